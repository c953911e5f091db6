
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Generation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=60, unique=True)),
                ('engine', models.CharField(max_length=20)),
                ('published', models.BooleanField(default=False)),
                ('documents', models.PositiveBigIntegerField(default=0)),
                ('built_at', models.DateTimeField(auto_now_add=True)),
                ('beat', models.DateTimeField(auto_now=True)),
            ],
        ),
        migrations.CreateModel(
            name='Pending',
            fields=[
                ('record_id', models.CharField(max_length=48, primary_key=True, serialize=False)),
                ('change', models.UUIDField(default=uuid.uuid4, unique=True)),
                ('indexed', models.BooleanField(default=False)),
                ('since', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'indexes': [models.Index(fields=['indexed', 'since'], name='search_pend_indexed_39ceda_idx')],
            },
        ),
    ]
