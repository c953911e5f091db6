
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('records', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Run',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('stage', models.CharField(choices=[('count', 'Counting'), ('read', 'Reading and storing'), ('translate', 'Translating'), ('done', 'Done'), ('failed', 'Failed'), ('held', 'Waiting for a decision'), ('rejected', 'Rejected')], default='count', max_length=10)),
                ('position', models.PositiveBigIntegerField(default=0)),
                ('file', models.PositiveBigIntegerField(default=0)),
                ('before', models.PositiveBigIntegerField(default=0)),
                ('total', models.PositiveBigIntegerField(null=True)),
                ('seen', models.JSONField(default=dict)),
                ('translated', models.PositiveBigIntegerField(default=0, help_text='Key of the last text considered for translation.')),
                ('texts_done', models.PositiveBigIntegerField(default=0, help_text='Texts considered for translation.')),
                ('texts_total', models.PositiveBigIntegerField(help_text='Texts in a language the translator knows.', null=True)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('counts', models.JSONField(default=dict, help_text='The numbers `ingest --json` prints.')),
                ('seconds', models.JSONField(default=dict, help_text='Stage → seconds spent.')),
                ('started_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('error', models.TextField(blank=True)),
                ('delivery', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='runs', to='records.delivery')),
            ],
            options={
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='Finding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ordinal', models.PositiveBigIntegerField(help_text='Which document of the delivery, from 0.')),
                ('code', models.CharField(max_length=20)),
                ('severity', models.CharField(choices=[('critical', 'Critical'), ('error', 'Error'), ('warning', 'Warning'), ('info', 'Note')], max_length=8)),
                ('sentence', models.CharField(max_length=500)),
                ('place', models.CharField(blank=True, help_text='Member, line or path in the delivery.', max_length=300)),
                ('record_id', models.CharField(blank=True, db_index=True, max_length=48)),
                ('run', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='findings', to='ingest.run')),
            ],
            options={
                'ordering': ['ordinal', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('stage', models.CharField(choices=[('count', 'Counting'), ('read', 'Reading and storing'), ('translate', 'Translating'), ('done', 'Done'), ('failed', 'Failed'), ('held', 'Waiting for a decision'), ('rejected', 'Rejected')], help_text='The stage it led to.', max_length=10)),
                ('by', models.CharField(blank=True, help_text='Empty where the counts decided.', max_length=150)),
                ('why', models.TextField(blank=True)),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('run', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='decisions', to='ingest.run')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Quarantine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ordinal', models.PositiveBigIntegerField()),
                ('member', models.CharField(blank=True, max_length=300)),
                ('content', models.BinaryField(help_text="The document's bytes, at most 1 MiB of them.")),
                ('waits_for', models.CharField(blank=True, db_index=True, help_text='The publication that will name its file, as `EP 1234567 B1`.', max_length=60)),
                ('run', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='quarantined', to='ingest.run')),
            ],
            options={
                'ordering': ['ordinal'],
                'constraints': [models.UniqueConstraint(fields=('run', 'ordinal'), name='one_quarantine')],
            },
        ),
    ]
