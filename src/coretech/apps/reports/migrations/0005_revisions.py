import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0001_initial"),
        ("reports", "0004_evaluations"),
    ]

    operations = [
        migrations.CreateModel(
            name="Revision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("approved_on", models.DateField()),
                ("document_no", models.CharField(max_length=80)),
                ("why", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                (
                    "after",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="revises",
                        to="plans.planversion",
                    ),
                ),
                (
                    "before",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="revised_by",
                        to="plans.planversion",
                    ),
                ),
                (
                    "evaluation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="revisions",
                        to="reports.evaluation",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="revisions", to="plans.plan"
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Carried",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "row",
                    models.CharField(
                        choices=[
                            ("element", "項目 / element"),
                            ("work_item", "工作項目 / work item"),
                            ("target", "指標 / target"),
                        ],
                        max_length=9,
                    ),
                ),
                ("old_key", models.CharField(blank=True, max_length=90)),
                ("new_key", models.CharField(blank=True, max_length=90)),
                (
                    "fate",
                    models.CharField(
                        choices=[
                            ("carried", "沿用 / carried"),
                            ("changed", "修正 / changed"),
                            ("dropped", "刪除 / dropped"),
                            ("new", "新增 / new"),
                        ],
                        max_length=7,
                    ),
                ),
                ("why", models.TextField(blank=True)),
                (
                    "revision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="carried",
                        to="reports.revision",
                    ),
                ),
            ],
            options={
                "ordering": ["revision", "pk"],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="revision",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="6881884b362128f6a9360bce50590f125bcccd7c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_d9245",
                    table="reports_revision",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="revision",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="cfd444399659f34291f3ee26beeaaa790b268deb",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_586f9",
                    table="reports_revision",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="carried",
            constraint=models.UniqueConstraint(
                fields=("revision", "row", "old_key", "new_key"), name="one_fate_of_a_row"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="carried",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="fe49c02469b2ff30d99d8b071811108622def16b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_2a368",
                    table="reports_carried",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="carried",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="dee213e9f3616ed61baea1818572ad39e195f75c",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_5ac3a",
                    table="reports_carried",
                    when="BEFORE",
                ),
            ),
        ),
    ]
