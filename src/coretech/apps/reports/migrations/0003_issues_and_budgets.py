import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("meetings", "0005_recusal_lifts"),
        ("people", "0004_posts_of_plans"),
        ("plans", "0001_initial"),
        ("reports", "0002_indicators_and_entries"),
    ]

    operations = [
        migrations.CreateModel(
            name="BudgetFigure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("element_key", models.CharField(max_length=90)),
                ("year", models.PositiveIntegerField()),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("requested", "需求 / requested"),
                            ("statutory", "法定 / statutory"),
                            ("revised", "調整後 / revised"),
                            ("spent", "實支 / spent"),
                        ],
                        max_length=9,
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("general", "公務預算 / general budget"),
                            ("special", "特別預算 / special budget"),
                            ("fund", "基金 / fund"),
                            ("enterprise", "國營事業 / state enterprise"),
                            ("private", "民間 / private"),
                        ],
                        max_length=10,
                    ),
                ),
                ("amount", models.DecimalField(decimal_places=3, max_digits=18)),
                ("document", models.CharField(max_length=200)),
                ("why", models.TextField(blank=True)),
                ("demonstration", models.BooleanField(default=False)),
                ("recorded_at", models.DateTimeField()),
                (
                    "agency",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.agency",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="budget_figures",
                        to="plans.plan",
                    ),
                ),
                (
                    "restates",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="restated_by",
                        to="reports.budgetfigure",
                    ),
                ),
            ],
            options={
                "ordering": ["plan", "pk"],
            },
        ),
        migrations.CreateModel(
            name="CoordinationIssue",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("element_key", models.CharField(blank=True, max_length=90)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("cross_agency", "跨機關 / across agencies"),
                            ("budget", "經費 / budget"),
                            ("law", "法規 / law"),
                            ("other", "其他 / other"),
                        ],
                        max_length=12,
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("text", models.TextField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "待處理 / open"),
                            ("in_hand", "處理中 / in hand"),
                            ("decided", "已決定，執行中 / decided, being carried out"),
                            ("closed", "已結案 / closed"),
                        ],
                        default="open",
                        max_length=8,
                    ),
                ),
                ("due_on", models.DateField(null=True)),
                ("decision", models.TextField(blank=True)),
                ("raised_at", models.DateTimeField()),
                (
                    "meeting",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.agency",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="issues", to="plans.plan"
                    ),
                ),
                (
                    "raised_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.agency"
                    ),
                ),
            ],
            options={
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="IssueStep",
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
                            ("open", "待處理 / open"),
                            ("in_hand", "處理中 / in hand"),
                            ("decided", "已決定，執行中 / decided, being carried out"),
                            ("closed", "已結案 / closed"),
                        ],
                        max_length=8,
                    ),
                ),
                ("note", models.TextField()),
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
                    "issue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="reports.coordinationissue",
                    ),
                ),
            ],
            options={
                "ordering": ["issue", "pk"],
            },
        ),
        migrations.AddField(
            model_name="coordinationissue",
            name="sheet",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="issues",
                to="reports.sheet",
            ),
        ),
        migrations.AddIndex(
            model_name="budgetfigure",
            index=models.Index(fields=["plan", "year", "element_key"], name="budget_of_a_year"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="budgetfigure",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="1b2bff1d863b6c8822d9902453889e685be91552",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_682e0",
                    table="reports_budgetfigure",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="budgetfigure",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="8dd404871f75998819e0baf07167de265067a71e",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_ace5b",
                    table="reports_budgetfigure",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="issuestep",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="48a15a81ac1bfe28693933e3d0ce1f323051d14f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_25160",
                    table="reports_issuestep",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="issuestep",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="4174653ca4936b70fb7e9a0956bbc9919cd964f5",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_c8686",
                    table="reports_issuestep",
                    when="BEFORE",
                ),
            ),
        ),
    ]
