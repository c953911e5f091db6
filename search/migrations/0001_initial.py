
import django.db.models.deletion
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
                ('published_at', models.DateTimeField(null=True)),
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
                ('since', models.DateTimeField(auto_now_add=True, db_index=True)),
                ('held_by', models.CharField(default='', max_length=60)),
            ],
        ),
        migrations.CreateModel(
            name='Lack',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('record_id', models.CharField(max_length=48)),
                ('generation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lacks', to='search.generation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('generation', 'record_id'), name='one_lack_of_a_record')],
            },
        ),
    ]
