from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("duties", "0001_initial"),
    ]

    operations = [
        migrations.RenameField(model_name="calendarfeed", old_name="key", new_name="key_sha256"),
        migrations.AlterField(
            model_name="calendarfeed",
            name="key_sha256",
            field=models.CharField(max_length=64, unique=True),
        ),
    ]
