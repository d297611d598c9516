from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def name_affected(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Give each case that was opened before technologies were named the rows it would have been opened with."""
    Case = apps.get_model("cases", "Case")
    Affected = apps.get_model("cases", "Affected")
    ItemVersion = apps.get_model("register", "ItemVersion")
    for case in Case.objects.filter(affected=None):
        listed = (
            ItemVersion.objects.filter(item__technology_id=case.technology_id, recorded_at__lt=case.opened_at)
            .order_by("-version")
            .first()
        )
        for role, says in (("source", listed if case.kind == "change" else None), ("result", case)):
            if says is not None:
                Affected.objects.create(
                    case=case,
                    role=role,
                    order=1,
                    technology_id=case.technology_id,
                    name_zh=says.name_zh,
                    name_en=says.name_en,
                    scope_zh=says.scope_zh,
                    scope_en=says.scope_en,
                    authority_id=says.authority_id,
                    sector_id=says.sector_id,
                )


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0002_lineage_reports_reviews"),
        ("cases", "0004_state_reported"),
    ]

    operations = [migrations.RunPython(name_affected, migrations.RunPython.noop)]
