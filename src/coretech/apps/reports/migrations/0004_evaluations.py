import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0004_posts_of_plans"),
        ("plans", "0001_initial"),
        ("reports", "0003_issues_and_budgets"),
    ]

    operations = [
        migrations.CreateModel(
            name="Evaluation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("mid_term", "期中成果評估 / mid-term"), ("final", "期末成果評估 / final")],
                        max_length=8,
                    ),
                ),
                ("year", models.PositiveIntegerField()),
                ("due_on", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("prepared", "籌備中 / being prepared"),
                            ("scoring", "評分中 / scoring"),
                            ("compiled", "已彙整 / compiled"),
                            ("reported", "已報院備查 / reported to the Executive Yuan"),
                        ],
                        default="prepared",
                        max_length=8,
                    ),
                ),
                ("document_no", models.CharField(blank=True, max_length=80)),
                ("reported_on", models.DateField(null=True)),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evaluations",
                        to="plans.plan",
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
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="Criterion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("order", models.PositiveSmallIntegerField()),
                ("zh", models.CharField(max_length=80)),
                ("en", models.CharField(max_length=120)),
                ("weight", models.DecimalField(decimal_places=2, max_digits=5)),
                ("most", models.PositiveSmallIntegerField(default=5)),
                (
                    "evaluation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="criteria",
                        to="reports.evaluation",
                    ),
                ),
            ],
            options={
                "ordering": ["evaluation", "order"],
            },
        ),
        migrations.CreateModel(
            name="EvaluationFinding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("element_key", models.CharField(blank=True, max_length=90)),
                ("text", models.TextField()),
                ("recommendation", models.TextField(blank=True)),
                ("due_on", models.DateField(null=True)),
                ("at", models.DateTimeField()),
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
                    "evaluation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="findings",
                        to="reports.evaluation",
                    ),
                ),
            ],
            options={
                "ordering": ["evaluation", "number"],
            },
        ),
        migrations.CreateModel(
            name="Evaluator",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("named_at", models.DateTimeField()),
                (
                    "evaluation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evaluators",
                        to="reports.evaluation",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "ordering": ["evaluation", "pk"],
            },
        ),
        migrations.CreateModel(
            name="FollowUp",
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
                            ("under_way", "辦理中 / under way"),
                            ("done", "已完成 / done"),
                            ("accepted", "解除列管 / accepted"),
                            ("returned", "退回續辦 / returned"),
                        ],
                        max_length=9,
                    ),
                ),
                ("text", models.TextField()),
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
                    "finding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="follow_ups",
                        to="reports.evaluationfinding",
                    ),
                ),
            ],
            options={
                "ordering": ["finding", "pk"],
            },
        ),
        migrations.CreateModel(
            name="InterestDeclaration",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("element_keys", models.JSONField(default=list)),
                ("text", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
                (
                    "evaluator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="declarations",
                        to="reports.evaluator",
                    ),
                ),
            ],
            options={
                "ordering": ["evaluator", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Score",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("element_key", models.CharField(max_length=90)),
                ("score", models.DecimalField(decimal_places=2, max_digits=5)),
                ("comment", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
                (
                    "criterion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="scores",
                        to="reports.criterion",
                    ),
                ),
                (
                    "evaluator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="scores",
                        to="reports.evaluator",
                    ),
                ),
            ],
            options={
                "ordering": ["evaluator", "pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="evaluation",
            constraint=models.UniqueConstraint(
                fields=("plan", "version", "kind"), name="one_evaluation_of_a_kind"
            ),
        ),
        migrations.AddConstraint(
            model_name="criterion",
            constraint=models.UniqueConstraint(
                fields=("evaluation", "order"), name="one_criterion_of_a_place"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="criterion",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3ee368f543c4c763bfb57b646badc165a5d9bd78",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_098ba",
                    table="reports_criterion",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="criterion",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="4dd9c854ec2cf50d85b6ffc463919b896647ef8b",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_fe6a2",
                    table="reports_criterion",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="evaluationfinding",
            constraint=models.UniqueConstraint(
                fields=("evaluation", "number"), name="one_finding_of_a_number"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evaluationfinding",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="430c6ea667ae0430684fb2a5f25390cc3e22c78f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_2e1b5",
                    table="reports_evaluationfinding",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evaluationfinding",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="96a7a4c912dbe937a12cf8b9b8b9f390209e64c4",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_a5dab",
                    table="reports_evaluationfinding",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="evaluator",
            constraint=models.UniqueConstraint(
                fields=("evaluation", "person"), name="one_evaluator_of_a_person"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evaluator",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="aacddb05c54d4173827313a912812e09fc3ccff9",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ae8ac",
                    table="reports_evaluator",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evaluator",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="276d94fbd292acee6d0d89ae369c41f75344f805",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_d99d6",
                    table="reports_evaluator",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followup",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="60566ef296045793ea3038d316d001d3323def33",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_8ca57",
                    table="reports_followup",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followup",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="cb6d3628488ec3a2ae8624e58103d6ed31a09258",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_2adb5",
                    table="reports_followup",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="interestdeclaration",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="8323aa0f2e0e1441bd5337590683fb12680a9062",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_4feb1",
                    table="reports_interestdeclaration",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="interestdeclaration",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="437dbbb68826baeb4f1fabe5f29a3bb1e9e06a96",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_60c21",
                    table="reports_interestdeclaration",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="score",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="dfa770dfe1c48016fbaee1ec2d3b074a5824cf31",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_d8625",
                    table="reports_score",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="score",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="25f93915f9719c6f77ba38dfcf4b8489b3ffd73c",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_14ff7",
                    table="reports_score",
                    when="BEFORE",
                ),
            ),
        ),
    ]
