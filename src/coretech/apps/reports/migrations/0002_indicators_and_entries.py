import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0004_posts_of_plans"),
        ("plans", "0001_initial"),
        ("reports", "0001_periods_and_sheets"),
    ]

    operations = [
        migrations.CreateModel(
            name="Entry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("element_key", models.CharField(max_length=90)),
                ("work_key", models.CharField(blank=True, max_length=90)),
                ("standing", models.CharField(blank=True, max_length=12)),
                ("done_share", models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                ("progress", models.TextField(blank=True)),
                ("highlights", models.TextField(blank=True)),
                ("next_work", models.TextField(blank=True)),
                ("risks", models.TextField(blank=True)),
                ("own_light", models.CharField(blank=True, max_length=8)),
                ("own_reason", models.TextField(blank=True)),
                ("demonstration", models.BooleanField(default=False)),
            ],
            options={
                "ordering": ["sheet", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Amendment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField()),
                ("why", models.TextField()),
                ("filed_at", models.DateTimeField()),
                (
                    "filed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="amendments",
                        to="reports.entry",
                    ),
                ),
            ],
            options={
                "ordering": ["entry", "pk"],
            },
        ),
        migrations.CreateModel(
            name="AmendmentRuling",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("accepted", models.BooleanField()),
                ("why", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
                (
                    "amendment",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ruling",
                        to="reports.amendment",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Indicator",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=110)),
                ("element_key", models.CharField(max_length=90)),
                ("target_key", models.CharField(blank=True, max_length=90)),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="indicators",
                        to="plans.plan",
                    ),
                ),
            ],
            options={
                "ordering": ["plan", "pk"],
            },
        ),
        migrations.CreateModel(
            name="IndicatorDefinition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("name", models.TextField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("annual", "annual"),
                            ("cumulative", "cumulative"),
                            ("level", "level"),
                            ("range", "range"),
                            ("recurring", "recurring"),
                            ("milestone", "milestone"),
                            ("qualitative", "qualitative"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "direction",
                    models.CharField(
                        choices=[("higher", "higher"), ("lower", "lower"), ("within", "within")], max_length=8
                    ),
                ),
                ("unit", models.CharField(blank=True, max_length=40)),
                ("baseline", models.DecimalField(decimal_places=6, max_digits=24, null=True)),
                ("baseline_note", models.TextField(blank=True)),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("proposed", models.BooleanField(default=False)),
                ("reason_zh", models.TextField(blank=True)),
                ("reason_en", models.TextField(blank=True)),
                ("recorded_at", models.DateTimeField()),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="definitions",
                        to="reports.indicator",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plans.planversion",
                    ),
                ),
            ],
            options={
                "ordering": ["indicator", "number"],
            },
        ),
        migrations.CreateModel(
            name="IndicatorTarget",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveIntegerField()),
                ("value", models.DecimalField(decimal_places=6, max_digits=24, null=True)),
                ("upper", models.DecimalField(decimal_places=6, max_digits=24, null=True)),
                ("comparator", models.CharField(max_length=12)),
                ("words", models.TextField(blank=True)),
                ("line", models.PositiveIntegerField(null=True)),
                (
                    "definition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="targets",
                        to="reports.indicatordefinition",
                    ),
                ),
            ],
            options={
                "ordering": ["definition", "year"],
            },
        ),
        migrations.CreateModel(
            name="Observation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveIntegerField()),
                ("quarter", models.PositiveSmallIntegerField(null=True)),
                (
                    "nature",
                    models.CharField(choices=[("actual", "actual"), ("forecast", "forecast")], max_length=8),
                ),
                ("value", models.DecimalField(decimal_places=6, max_digits=24, null=True)),
                ("done", models.BooleanField(null=True)),
                ("words", models.TextField(blank=True)),
                ("given_value", models.CharField(blank=True, max_length=60)),
                ("given_unit", models.CharField(blank=True, max_length=40)),
                ("why", models.TextField(blank=True)),
                ("demonstration", models.BooleanField(default=False)),
                ("recorded_at", models.DateTimeField()),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="observations",
                        to="reports.indicator",
                    ),
                ),
                (
                    "restates",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="restated_by",
                        to="reports.observation",
                    ),
                ),
                (
                    "period",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="observations",
                        to="reports.reportingperiod",
                    ),
                ),
            ],
            options={
                "ordering": ["indicator", "year", "quarter", "pk"],
            },
        ),
        migrations.CreateModel(
            name="MeasureStanding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("element_key", models.CharField(max_length=90)),
                ("light", models.CharField(max_length=8)),
                ("own_light", models.CharField(blank=True, max_length=8)),
                ("not_yet", models.PositiveIntegerField(default=0)),
                ("under_way", models.PositiveIntegerField(default=0)),
                ("done", models.PositiveIntegerField(default=0)),
                ("late", models.PositiveIntegerField(default=0)),
                ("overdue", models.PositiveIntegerField(default=0)),
                ("unknown", models.PositiveIntegerField(default=0)),
                ("reckoned", models.JSONField(default=dict)),
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
                    "period",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="standings",
                        to="reports.reportingperiod",
                    ),
                ),
            ],
            options={
                "ordering": ["period", "pk"],
            },
        ),
        migrations.AddField(
            model_name="entry",
            name="sheet",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="entries", to="reports.sheet"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="amendmentruling",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b842ba9a192a183fdf19d18fee94b4cdb8a65e7b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_704a0",
                    table="reports_amendmentruling",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="amendmentruling",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="c7d0f4b826c02f2f9d0c3ea4ca08c3e8901ef0ce",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_117e7",
                    table="reports_amendmentruling",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="amendment",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="6d82df2d550d1a22d0335dd65553ec80888a6981",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a5b6a",
                    table="reports_amendment",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="amendment",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="fcdcc2e82a65b8680699d153fb63e87ce1b2e040",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_5d2ad",
                    table="reports_amendment",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="indicator",
            index=models.Index(fields=["plan", "element_key"], name="indicators_of_an_element"),
        ),
        migrations.AddConstraint(
            model_name="indicator",
            constraint=models.UniqueConstraint(fields=("plan", "key"), name="one_indicator_of_a_key"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="indicator",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="0ac3515b8abf0245e8379833ef77ac88ed779824",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_e0320",
                    table="reports_indicator",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="indicator",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="26dc45392d558333799eac3ac574ec3cc129cac6",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_0326e",
                    table="reports_indicator",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="indicatordefinition",
            constraint=models.UniqueConstraint(
                fields=("indicator", "number"), name="one_definition_of_a_number"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="indicatordefinition",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="250742f5cbe95d115ccc35dae9e4964f0b2099bb",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_41b73",
                    table="reports_indicatordefinition",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="indicatordefinition",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="4dca63422f616da9fccf1cff481c6a9d7ed5c492",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_6a220",
                    table="reports_indicatordefinition",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="indicatortarget",
            constraint=models.UniqueConstraint(fields=("definition", "year"), name="one_target_of_a_year"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="indicatortarget",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="0b1c6c4c963477b1683b8a1069c7b9fc2283bc5c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_bb038",
                    table="reports_indicatortarget",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="indicatortarget",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="e778fd1ba438b4e6e7fd85ea8e2281fd19e5a6f4",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_2c45c",
                    table="reports_indicatortarget",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="observation",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="bf8959488eba452edc6e95e5e83602d3ed00f1c9",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6d49c",
                    table="reports_observation",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="observation",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="f62b97dc34eb7af64411d4bef40daa60c3c09f9b",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_4dde6",
                    table="reports_observation",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="measurestanding",
            constraint=models.UniqueConstraint(
                fields=("period", "element_key", "agency"),
                name="one_standing_of_a_measure",
                nulls_distinct=False,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="measurestanding",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4582d060775f43ffdc5182870dca36a5200cb87c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ebafa",
                    table="reports_measurestanding",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="measurestanding",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="5c4d58582ee36236534e5357803d230d9e165c2d",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_1245f",
                    table="reports_measurestanding",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.UniqueConstraint(
                fields=("sheet", "element_key", "work_key"), name="one_entry_of_a_row"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="entry",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9f07ac91f2a3d1709beee1c8d1e6f90bd39f7c5a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_f1e58",
                    table="reports_entry",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="entry",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="6c8a34412e0d2b8ef3804189372a6e9e9110c0ed",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_bf4d9",
                    table="reports_entry",
                    when="BEFORE",
                ),
            ),
        ),
    ]
