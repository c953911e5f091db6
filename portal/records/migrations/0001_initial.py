
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Office',
            fields=[
                ('code', models.CharField(max_length=2, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=120)),
                ('country', models.CharField(help_text='Short name for lists, as `Viet Nam`.', max_length=80)),
                ('languages', models.JSONField(default=list, help_text='ISO 639-1 codes the office publishes in, first the main one.')),
                ('calendar', models.CharField(default='gregorian', max_length=20)),
                ('unpublished', models.JSONField(default=dict, help_text="Right → elements the law does not publish, as `{'patent': ['claims']}`.")),
                ('profile', models.JSONField(default=dict, help_text='The rest of office.toml: terms, cadence, register, notes.')),
            ],
            options={
                'ordering': ['country'],
            },
        ),
        migrations.CreateModel(
            name='Delivery',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sha256', models.CharField(max_length=64, unique=True)),
                ('name', models.CharField(help_text='File name as received.', max_length=255)),
                ('size', models.BigIntegerField(help_text='Bytes.')),
                ('dialect', models.CharField(blank=True, max_length=40)),
                ('state', models.CharField(choices=[('received', 'Received'), ('running', 'Being read'), ('stored', 'Stored'), ('held', 'Held back'), ('rejected', 'Rejected'), ('failed', 'Failed')], default='received', max_length=10)),
                ('sample', models.BooleanField(default=False, help_text='Invented sample data shipped with the project.')),
                ('published', models.DateField(help_text='The date the office gives the delivery, if any.', null=True)),
                ('received_at', models.DateTimeField(auto_now_add=True)),
                ('office', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='deliveries', to='records.office')),
            ],
            options={
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='AuthorityFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('produced', models.DateField(null=True)),
                ('update', models.CharField(default='full', max_length=12)),
                ('definition', models.JSONField(default=dict, help_text='Declared kinds, exception codes, ranges and totals.')),
                ('delivery', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='authority_file', to='records.delivery')),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='authority_files', to='records.office')),
            ],
        ),
        migrations.CreateModel(
            name='Record',
            fields=[
                ('id', models.CharField(max_length=48, primary_key=True, serialize=False)),
                ('right', models.CharField(choices=[('patent', 'Patent'), ('utility_model', 'Utility model'), ('design', 'Design'), ('trademark', 'Trade mark')], max_length=14)),
                ('number_original', models.CharField(help_text='Application number as delivered.', max_length=60)),
                ('number', models.CharField(help_text='Application number as the office writes it.', max_length=60)),
                ('number_key', models.CharField(max_length=40)),
                ('kind', models.CharField(blank=True, help_text='ST.16 code of the latest publication.', max_length=8)),
                ('kind_inferred', models.BooleanField(default=False)),
                ('filing_date', models.DateField(null=True)),
                ('filing_date_original', models.CharField(blank=True, max_length=40)),
                ('publication_date', models.DateField(help_text='First publication, not that of a correction.', null=True)),
                ('grant_date', models.DateField(null=True)),
                ('expiry_date', models.DateField(help_text='The day the right expires, as the office gives it.', null=True)),
                ('term_end', models.DateField(help_text="The day the term ends, as delivered or by the office's rule.", null=True)),
                ('term_rule', models.CharField(blank=True, help_text='What `term_end` rests on, in words.', max_length=200)),
                ('term_uncertain', models.BooleanField(default=False, help_text="The term may end on another day than `term_end`; `term_rule` says why.")),
                ('by_term', models.BooleanField(default=False, help_text='The status follows from the term alone, not from an event.')),
                ('status', models.CharField(choices=[('pending', 'Pending'), ('in_force', 'In force'), ('ended', 'Ended'), ('unknown', 'Unknown')], default='unknown', max_length=10)),
                ('status_reason', models.CharField(blank=True, max_length=300)),
                ('status_since', models.DateField(help_text='The day of what `status_reason` names, where it is known.', null=True)),
                ('status_as_of', models.DateField(null=True)),
                ('status_received', models.BooleanField(default=False, help_text='`status_as_of` is the day on which an extract without a date was received.')),
                ('planned', models.DateField(help_text='The first day ahead on which a publication or event that is held takes effect.', null=True)),
                ('sources', models.JSONField(default=dict, help_text='Field → [as_of, delivery id] of the fields above, and amended.')),
                ('sample', models.BooleanField(default=False)),
                ('first_delivery', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.delivery')),
                ('latest_delivery', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.delivery')),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='records', to='records.office')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Publication',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('as_of', models.DateField(help_text='The date the office published this value; where it gave none, the day of receipt.')),
                ('amended', models.DateField(help_text='The day the publication it stands in was passed on again, perhaps amended; null where it was not.', null=True)),
                ('number_original', models.CharField(max_length=60)),
                ('number', models.CharField(max_length=60)),
                ('number_key', models.CharField(max_length=40)),
                ('kind', models.CharField(blank=True, max_length=8)),
                ('kind_inferred', models.BooleanField(default=False)),
                ('date', models.DateField(null=True)),
                ('date_original', models.CharField(blank=True, max_length=40)),
                ('language', models.CharField(blank=True, max_length=8)),
                ('whole', models.BooleanField(default=True, help_text='True: data of this document came; null: only its number or date, with another.', null=True)),
                ('image_only', models.JSONField(default=list, help_text='Parts delivered as page images only.')),
                ('delivery', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.delivery')),
                ('record', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='records.record')),
            ],
            options={
                'ordering': ['date', 'kind'],
            },
        ),
        migrations.CreateModel(
            name='Party',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('as_of', models.DateField(help_text='The date the office published this value; where it gave none, the day of receipt.')),
                ('amended', models.DateField(help_text='The day the publication it stands in was passed on again, perhaps amended; null where it was not.', null=True)),
                ('role', models.CharField(choices=[('applicant', 'Applicant'), ('inventor', 'Inventor'), ('owner', 'Owner'), ('agent', 'Agent')], max_length=10)),
                ('sequence', models.PositiveSmallIntegerField()),
                ('name', models.CharField(help_text='As delivered.', max_length=1000)),
                ('name_latin', models.CharField(blank=True, help_text='In Latin letters as the office gave it.', max_length=1000)),
                ('country', models.CharField(blank=True, max_length=2)),
                ('address', models.CharField(blank=True, max_length=2000)),
                ('delivery', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.delivery')),
                ('record', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='parties', to='records.record')),
            ],
            options={
                'ordering': ['role', 'sequence'],
            },
        ),
        migrations.CreateModel(
            name='LegalEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('as_of', models.DateField(help_text='The date the office published this value; where it gave none, the day of receipt.')),
                ('amended', models.DateField(help_text='The day the publication it stands in was passed on again, perhaps amended; null where it was not.', null=True)),
                ('key', models.CharField(help_text='Hash of date, code, name and comment, or of the data in their place (OPS): the same event comes once.', max_length=16)),
                ('date', models.DateField(help_text='Null where the office gave none.', null=True)),
                ('effective', models.DateField(help_text='The day of effect, where the office names one beside `date`.', null=True)),
                ('code', models.CharField(blank=True, help_text="The office's own code.", max_length=80)),
                ('name', models.CharField(help_text="In the office's words.", max_length=2000)),
                ('language', models.CharField(blank=True, max_length=8)),
                ('name_english', models.CharField(blank=True, max_length=300)),
                ('comment', models.TextField(blank=True)),
                ('category', models.CharField(blank=True, help_text='ST.27 category letter.', max_length=1)),
                ('confidence', models.FloatField(help_text='0 to 1; empty where unmapped.', null=True)),
                ('effect', models.CharField(blank=True, help_text="The letter that moves the right, where it is not the category's own.", max_length=1)),
                ('gazette', models.CharField(blank=True, help_text='Gazette issue.', max_length=80)),
                ('shows_status', models.BooleanField(default=False, help_text='No event: the status the register showed on this day.')),
                ('influence', models.CharField(blank=True, help_text='Whether it is said to be in favour of the right (+) or against it (-), and not what it means (INPADOC).', max_length=1)),
                ('voids', models.CharField(blank=True, help_text='Office codes, blank between: the latest such event before this one is void; `16.3@2021-06-22` or `16.3@2633` is the one of a day or gazette.', max_length=1000)),
                ('voids_grant', models.BooleanField(default=False, help_text='One of those it voids grants the right.')),
                ('delivery', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.delivery')),
                ('record', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='records.record')),
            ],
            options={
                'ordering': ['date', 'code', 'key'],
            },
        ),
        migrations.CreateModel(
            name='Classification',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('as_of', models.DateField(help_text='The date the office published this value; where it gave none, the day of receipt.')),
                ('amended', models.DateField(help_text='The day the publication it stands in was passed on again, perhaps amended; null where it was not.', null=True)),
                ('scheme', models.CharField(choices=[('ipc', 'IPC'), ('cpc', 'CPC'), ('locarno', 'Locarno'), ('nice', 'Nice'), ('vienna', 'Vienna'), ('national', 'National')], max_length=8)),
                ('sequence', models.PositiveSmallIntegerField()),
                ('symbol', models.CharField(help_text='Normalised, IPC as `A61K 31/00`.', max_length=200)),
                ('original', models.CharField(max_length=200)),
                ('version', models.CharField(blank=True, max_length=40)),
                ('delivery', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.delivery')),
                ('record', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='records.record')),
            ],
            options={
                'ordering': ['scheme', 'sequence'],
            },
        ),
        migrations.CreateModel(
            name='Change',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('what', models.CharField(help_text='As `title (pt)`, `filing date`, `applicant`, `IPC`.', max_length=60)),
                ('old', models.TextField()),
                ('new', models.TextField()),
                ('as_of', models.DateField(help_text='The date the office published the new value.')),
                ('new_delivery', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.delivery')),
                ('old_delivery', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.delivery')),
                ('record', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='changes', to='records.record')),
            ],
            options={
                'ordering': ['as_of', 'id'],
            },
        ),
        migrations.CreateModel(
            name='RelatedNumber',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('as_of', models.DateField(help_text='The date the office published this value; where it gave none, the day of receipt.')),
                ('amended', models.DateField(help_text='The day the publication it stands in was passed on again, perhaps amended; null where it was not.', null=True)),
                ('relation', models.CharField(choices=[('priority', 'Priority'), ('pct_application', 'PCT application'), ('pct_publication', 'PCT publication'), ('divided_from', 'Divided from'), ('addition_to', 'Addition to'), ('related', 'Related file')], max_length=16)),
                ('sequence', models.PositiveSmallIntegerField()),
                ('office_code', models.CharField(blank=True, max_length=2)),
                ('number_original', models.CharField(max_length=60)),
                ('number_key', models.CharField(max_length=40)),
                ('date', models.DateField(null=True)),
                ('delivery', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.delivery')),
                ('record', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='records.record')),
            ],
            options={
                'ordering': ['relation', 'sequence'],
            },
        ),
        migrations.CreateModel(
            name='Text',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('as_of', models.DateField(help_text='The date the office published this value; where it gave none, the day of receipt.')),
                ('amended', models.DateField(help_text='The day the publication it stands in was passed on again, perhaps amended; null where it was not.', null=True)),
                ('part', models.CharField(choices=[('title', 'Title'), ('abstract', 'Abstract'), ('claims', 'Claims'), ('description', 'Description')], max_length=12)),
                ('language', models.CharField(help_text='ISO 639-1.', max_length=8)),
                ('language_original', models.CharField(blank=True, help_text='The code as delivered; empty for none.', max_length=20)),
                ('origin', models.CharField(choices=[('office', 'Office'), ('machine', 'Machine translation')], default='office', max_length=8)),
                ('document', models.CharField(blank=True, max_length=50)),
                ('paragraphs', models.JSONField()),
                ('provider', models.CharField(blank=True, max_length=40)),
                ('model', models.CharField(blank=True, max_length=60)),
                ('source_language', models.CharField(blank=True, max_length=8)),
                ('source_sha256', models.CharField(blank=True, max_length=64)),
                ('translated_on', models.DateField(null=True)),
                ('delivery', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.delivery')),
                ('record', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='records.record')),
            ],
            options={
                'ordering': ['part', 'language', 'origin', '-as_of'],
            },
        ),
        migrations.CreateModel(
            name='AuthorityEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('right', models.CharField(choices=[('patent', 'Patent'), ('utility_model', 'Utility model'), ('design', 'Design'), ('trademark', 'Trade mark')], max_length=14)),
                ('number_original', models.CharField(max_length=60)),
                ('number_key', models.CharField(max_length=40)),
                ('kind', models.CharField(blank=True, max_length=8)),
                ('date', models.DateField(null=True)),
                ('exception', models.CharField(blank=True, help_text='ST.37 exception code.', max_length=1)),
                ('searchable', models.JSONField(default=dict, help_text='Part → languages the office says are searchable.')),
                ('application_key', models.CharField(blank=True, max_length=40)),
                ('authority_file', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='entries', to='records.authorityfile')),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.office')),
            ],
            options={
                'indexes': [models.Index(fields=['office', 'number_key'], name='records_aut_office__3e47f7_idx')],
                'constraints': [models.UniqueConstraint(fields=('authority_file', 'number_key', 'kind'), name='one_authority_entry')],
            },
        ),
        migrations.AddIndex(
            model_name='record',
            index=models.Index(fields=['office', 'number_key'], name='records_rec_office__c009a9_idx'),
        ),
        migrations.AddIndex(
            model_name='record',
            index=models.Index(fields=['office', 'right'], name='records_rec_office__85422b_idx'),
        ),
        migrations.AddIndex(
            model_name='record',
            index=models.Index(fields=['term_end'], name='records_rec_term_en_e98c9f_idx'),
        ),
        migrations.AddIndex(
            model_name='record',
            index=models.Index(condition=models.Q(('planned__isnull', False)), fields=['planned'], name='records_to_change'),
        ),
        migrations.AddIndex(
            model_name='record',
            index=models.Index(condition=models.Q(('sample', True)), fields=['sample'], name='records_of_samples'),
        ),
        migrations.AddIndex(
            model_name='publication',
            index=models.Index(fields=['number_key'], name='records_pub_number__3f5cc8_idx'),
        ),
        migrations.AddConstraint(
            model_name='publication',
            constraint=models.UniqueConstraint(fields=('record', 'number_key', 'kind'), name='one_publication'),
        ),
        migrations.AddConstraint(
            model_name='party',
            constraint=models.UniqueConstraint(fields=('record', 'role', 'sequence'), name='one_party'),
        ),
        migrations.AddConstraint(
            model_name='legalevent',
            constraint=models.UniqueConstraint(fields=('record', 'key'), name='one_legal_event'),
        ),
        migrations.AddConstraint(
            model_name='classification',
            constraint=models.UniqueConstraint(fields=('record', 'scheme', 'sequence'), name='one_classification'),
        ),
        migrations.AddConstraint(
            model_name='relatednumber',
            constraint=models.UniqueConstraint(fields=('record', 'relation', 'sequence'), name='one_related_number'),
        ),
        migrations.AddConstraint(
            model_name='text',
            constraint=models.UniqueConstraint(fields=('record', 'part', 'language', 'origin', 'document'), name='one_text'),
        ),
    ]
