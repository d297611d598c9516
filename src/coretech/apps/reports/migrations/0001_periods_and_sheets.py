import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0004_posts_of_plans"),
        ("plans", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="LightRules",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("rules", models.JSONField()),
                ("why", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="light_rules",
                        to="plans.plan",
                    ),
                ),
            ],
            options={
                "ordering": ["plan", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ReportingPeriod",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveIntegerField()),
                ("quarter", models.PositiveSmallIntegerField(null=True)),
                ("opened_on", models.DateField()),
                ("due_on", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "填報中 / open"), ("published", "已發布 / published")],
                        default="open",
                        max_length=9,
                    ),
                ),
                ("published_at", models.DateTimeField(null=True)),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="periods", to="plans.plan"
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="plans.planversion"
                    ),
                ),
            ],
            options={
                "ordering": ["plan", "year", models.OrderBy(models.F("quarter"), nulls_last=True)],
            },
        ),
        migrations.CreateModel(
            name="Sheet",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "填報中 / open"),
                            ("submitted", "待核章 / submitted"),
                            ("signed", "待管考檢核 / signed"),
                            ("checked", "待複核 / checked once"),
                            ("returned", "退回補正 / returned"),
                            ("accepted", "已接受 / accepted"),
                            ("locked", "已鎖定 / locked"),
                        ],
                        default="open",
                        max_length=9,
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.agency"
                    ),
                ),
                (
                    "period",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sheets",
                        to="reports.reportingperiod",
                    ),
                ),
            ],
            options={
                "ordering": ["period", "agency__code"],
            },
        ),
        migrations.CreateModel(
            name="SheetDraft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("element_key", models.CharField(max_length=90)),
                ("content", models.JSONField(default=dict)),
                ("revision", models.PositiveIntegerField(default=1)),
                ("saved_at", models.DateTimeField()),
                (
                    "saved_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "sheet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="drafts", to="reports.sheet"
                    ),
                ),
            ],
            options={
                "ordering": ["sheet", "element_key"],
            },
        ),
        migrations.CreateModel(
            name="SheetVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("content", models.JSONField()),
                ("submitted_at", models.DateTimeField()),
                (
                    "sheet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="reports.sheet",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "ordering": ["sheet", "number"],
            },
        ),
        migrations.CreateModel(
            name="SheetStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("submit", "送核 / submitted"),
                            ("sign", "核章 / signed"),
                            ("check", "檢核 / checked"),
                            ("second_check", "複核 / checked again"),
                            ("return", "退回 / returned"),
                            ("accept", "接受 / accepted"),
                            ("lock", "鎖定 / locked"),
                        ],
                        max_length=12,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "sheet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="steps", to="reports.sheet"
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="reports.sheetversion",
                    ),
                ),
            ],
            options={
                "ordering": ["sheet", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Steering",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "cycle",
                    models.CharField(
                        choices=[("quarterly", "每季 / each quarter"), ("yearly", "每年 / each year")],
                        max_length=9,
                    ),
                ),
                ("days", models.PositiveSmallIntegerField(default=15)),
                ("why", models.TextField(blank=True)),
                ("recorded_at", models.DateTimeField()),
                (
                    "controller",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.agency"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="steerings", to="plans.plan"
                    ),
                ),
            ],
            options={
                "ordering": ["plan", "pk"],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lightrules",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="7fe71f39c2877d315f807102458367e7eafc1660",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_86c86",
                    table="reports_lightrules",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lightrules",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="1425017e44c131203ddc28e161df98e8b9679bcb",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_6b42b",
                    table="reports_lightrules",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="reportingperiod",
            constraint=models.UniqueConstraint(
                fields=("plan", "year", "quarter"), name="one_period_of_a_quarter", nulls_distinct=False
            ),
        ),
        migrations.AddConstraint(
            model_name="sheet",
            constraint=models.UniqueConstraint(fields=("period", "agency"), name="one_sheet_of_an_agency"),
        ),
        migrations.AddConstraint(
            model_name="sheetdraft",
            constraint=models.UniqueConstraint(
                fields=("sheet", "element_key"), name="one_draft_of_a_measure"
            ),
        ),
        migrations.AddConstraint(
            model_name="sheetversion",
            constraint=models.UniqueConstraint(fields=("sheet", "number"), name="one_version_of_a_sheet"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sheetversion",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="0f3f269d27d80d0fa072a1877e9bedf8cc67f8f3",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_69595",
                    table="reports_sheetversion",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sheetversion",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="93c041be32ebd2b509af6833b8a2f63ad0905b4b",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_c0085",
                    table="reports_sheetversion",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sheetstep",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a5a4daba0ff5658a7093daa0ac6fcfb14272eabb",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_fabd4",
                    table="reports_sheetstep",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sheetstep",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="2efd68f39778970672c411dfd26cfba6222a7f3e",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_8ecbd",
                    table="reports_sheetstep",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="steering",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="131e50cde6922ced9848b6c01d5b4a2c46b06358",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_aecfe",
                    table="reports_steering",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="steering",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="5a84abeb6834a90a5f88508959fc6efc20d7dc52",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_399f1",
                    table="reports_steering",
                    when="BEFORE",
                ),
            ),
        ),
    ]
