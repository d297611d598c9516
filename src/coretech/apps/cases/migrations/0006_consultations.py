import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0005_attachment_pieces"),
        ("people", "0002_agency_kind"),
    ]

    operations = [
        migrations.AddField(
            model_name="consultation",
            name="asker",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="people.agency",
            ),
        ),
        migrations.AddField(
            model_name="consultation",
            name="level",
            field=models.CharField(
                choices=[("open", "open"), ("internal", "internal")],
                default="open",
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="consultationanswer",
            name="receipt",
            field=models.CharField(default="", max_length=32, unique=True),
            preserve_default=False,
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="bcb37f3735f7a304c67ae3b466f16d2afb9c9297",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a8683",
                    table="cases_consultationanswer",
                    when="BEFORE",
                ),
            ),
        ),
    ]
