import django.db.models.deletion
import keyhouse.foundation.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('invitations', '0001_initial'),
        ('organizations', '0001_initial'),
        ('portfolios', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='PromisedGrant',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(29), editable=False, primary_key=True, serialize=False)),
                ('object_id', models.BigIntegerField()),
                ('asset_type', models.CharField(max_length=40)),
                ('tasks', models.BigIntegerField()),
                ('until', models.DateTimeField(null=True)),
                ('given_by_id', models.BigIntegerField(null=True)),
                ('invitation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='invitations.invitation')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('invitation', 'object_id', 'asset_type'), name='one_promise_per_object')],
            },
        ),
        migrations.CreateModel(
            name='TaskGrant',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(17), editable=False, primary_key=True, serialize=False)),
                ('subject_id', models.BigIntegerField()),
                ('object_id', models.BigIntegerField()),
                ('asset_type', models.CharField(max_length=40)),
                ('tasks', models.BigIntegerField()),
                ('source', models.CharField(default='direct', max_length=20)),
                ('source_id', models.BigIntegerField(default=0)),
                ('starts_at', models.DateTimeField(null=True)),
                ('until', models.DateTimeField(null=True)),
                ('given_by_id', models.BigIntegerField(null=True)),
                ('given_at', models.DateTimeField()),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
                ('portfolio', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='portfolios.portfolio')),
            ],
            options={
                'indexes': [models.Index(fields=['object_id', 'subject_id'], name='grants_on_an_object'), models.Index(fields=['organization', 'portfolio', 'subject_id'], name='grants_of_a_portfolio')],
                'constraints': [models.UniqueConstraint(fields=('subject_id', 'object_id', 'portfolio', 'asset_type', 'source', 'source_id'), name='one_grant_per_source')],
            },
        ),
    ]
