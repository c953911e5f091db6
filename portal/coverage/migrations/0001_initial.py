
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('records', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Counted',
            fields=[
                ('office', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='counted', serialize=False, to='records.office')),
                ('at', models.DateTimeField(help_text='Changes stored after this moment may not be counted.')),
                ('seconds', models.FloatField()),
                ('contradictions', models.JSONField(default=dict, help_text="Code → count and first numbers of what is held against the office's list.")),
            ],
        ),
        migrations.CreateModel(
            name='PendingOffice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='records.office')),
            ],
        ),
        migrations.CreateModel(
            name='Cell',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('right', models.CharField(choices=[('patent', 'Patent'), ('utility_model', 'Utility model'), ('design', 'Design'), ('trademark', 'Trade mark')], max_length=14)),
                ('kind', models.CharField(blank=True, max_length=8)),
                ('year', models.PositiveSmallIntegerField(help_text='Null where the publication has no date.', null=True)),
                ('listed', models.PositiveIntegerField(help_text='Entries of the authority file.', null=True)),
                ('expected', models.PositiveIntegerField(help_text='Those of them that stand for a document.', null=True)),
                ('held', models.PositiveIntegerField(default=0, help_text='Publications of which data are stored.')),
                ('mentioned', models.PositiveIntegerField(default=0, help_text='Publications of which only number or date are stored, from other documents.')),
                ('held_listed', models.PositiveIntegerField(default=0, help_text='Expected entries that are held.')),
                ('elements', models.JSONField(default=dict)),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='cells', to='records.office')),
            ],
            options={
                'ordering': ['office', 'right', 'kind', 'year'],
                'indexes': [models.Index(fields=['office', 'right'], name='coverage_ce_office__5c8579_idx')],
            },
        ),
        migrations.CreateModel(
            name='RecordCell',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('right', models.CharField(choices=[('patent', 'Patent'), ('utility_model', 'Utility model'), ('design', 'Design'), ('trademark', 'Trade mark')], max_length=14)),
                ('year', models.PositiveSmallIntegerField(help_text='Of first publication; null where its day is not known.', null=True)),
                ('first_year', models.PositiveSmallIntegerField(help_text='Of the earliest publication, a correction too.', null=True)),
                ('last_year', models.PositiveSmallIntegerField(help_text='Of the latest publication.', null=True)),
                ('years', models.TextField(blank=True, help_text='Of all publications.')),
                ('status', models.CharField(choices=[('pending', 'Pending'), ('in_force', 'In force'), ('ended', 'Ended'), ('unknown', 'Unknown')], max_length=10)),
                ('kinds', models.TextField(blank=True)),
                ('languages', models.TextField(blank=True)),
                ('elements', models.PositiveIntegerField()),
                ('records', models.PositiveIntegerField()),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='record_cells', to='records.office')),
            ],
            options={
                'ordering': ['office', 'right', 'year', 'first_year', 'last_year', 'years', 'status', 'kinds', 'languages', 'elements'],
                'indexes': [models.Index(fields=['office', 'right', 'elements', 'records'], name='coverage_re_office__b476c9_idx')],
            },
        ),
    ]
