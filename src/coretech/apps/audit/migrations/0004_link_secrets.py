from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0003_outside_addresses"),
    ]

    operations = [
        migrations.AddField(
            model_name="outbox",
            name="link_to",
            field=models.CharField(blank=True, max_length=80),
        ),
    ]
