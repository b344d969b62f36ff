import django.db.models.deletion
import keyhouse.foundation.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('connections', '0001_initial'),
        ('organizations', '0001_initial'),
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='SignInAttempt',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(24), editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField()),
                ('support_code', models.CharField(max_length=12)),
                ('method', models.CharField(max_length=20)),
                ('outcome', models.CharField(max_length=40)),
                ('checks', models.JSONField(default=list)),
                ('received', models.JSONField(default=dict)),
                ('address', models.CharField(blank=True, max_length=320)),
                ('ip', models.CharField(blank=True, max_length=45)),
                ('device', models.CharField(blank=True, max_length=200)),
                ('connection', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='connections.connection')),
                ('organization', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.person')),
            ],
        ),
        migrations.CreateModel(
            name='SignInStep',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(63), editable=False, primary_key=True, serialize=False)),
                ('secret_hash', models.CharField(max_length=64, unique=True)),
                ('step', models.CharField(max_length=20)),
                ('proved', models.JSONField(default=list)),
                ('address', models.CharField(blank=True, max_length=320)),
                ('next', models.CharField(blank=True, max_length=500)),
                ('facts', models.JSONField(default=dict)),
                ('ip', models.CharField(blank=True, max_length=45)),
                ('made_at', models.DateTimeField()),
                ('until', models.DateTimeField()),
                ('organization', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
            ],
        ),
        migrations.CreateModel(
            name='SignOnRequest',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(27), editable=False, primary_key=True, serialize=False)),
                ('request_id', models.CharField(max_length=100, unique=True)),
                ('browser_hash', models.CharField(max_length=64)),
                ('next', models.CharField(blank=True, max_length=500)),
                ('purpose', models.CharField(default='sign_in', max_length=20)),
                ('facts', models.JSONField(default=dict)),
                ('made_at', models.DateTimeField()),
                ('until', models.DateTimeField()),
                ('finished_at', models.DateTimeField(null=True)),
                ('connection', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='connections.connection')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
            ],
        ),
        migrations.CreateModel(
            name='SignOnResult',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('handle_hash', models.CharField(max_length=64, unique=True)),
                ('answer', models.JSONField()),
                ('until', models.DateTimeField()),
                ('attempt', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='sign_in.signinattempt')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='sign_in.signonrequest')),
            ],
        ),
        migrations.CreateModel(
            name='AccessToken',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(9), editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=20)),
                ('holder_id', models.BigIntegerField()),
                ('name', models.CharField(max_length=100)),
                ('secret_hash', models.CharField(max_length=64, unique=True)),
                ('permissions', models.JSONField(default=list)),
                ('made_by_id', models.BigIntegerField(null=True)),
                ('made_at', models.DateTimeField()),
                ('until', models.DateTimeField(null=True)),
                ('last_used_at', models.DateTimeField(null=True)),
                ('last_ip', models.CharField(blank=True, max_length=45)),
                ('last_refused_at', models.DateTimeField(null=True)),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
            ],
            options={
                'indexes': [models.Index(fields=['organization', 'holder_id'], name='tokens_of_a_holder')],
            },
        ),
        migrations.CreateModel(
            name='ConnectionSubject',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('issuer', models.CharField(max_length=1024)),
                ('subject', models.CharField(max_length=512)),
                ('made_at', models.DateTimeField()),
                ('connection', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='connections.connection')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('connection', 'issuer', 'subject'), name='one_person_per_subject')],
            },
        ),
        migrations.CreateModel(
            name='SeenAssertion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('assertion_id', models.CharField(max_length=256)),
                ('until', models.DateTimeField()),
                ('connection', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='connections.connection')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('connection', 'assertion_id'), name='an_assertion_is_seen_once')],
            },
        ),
        migrations.CreateModel(
            name='Session',
            fields=[
                ('id', models.BigIntegerField(default=keyhouse.foundation.ids.Maker(8), editable=False, primary_key=True, serialize=False)),
                ('secret_hash', models.CharField(max_length=64, unique=True)),
                ('method', models.CharField(max_length=20)),
                ('strength', models.PositiveSmallIntegerField()),
                ('name_id', models.CharField(blank=True, max_length=320)),
                ('session_index', models.CharField(blank=True, max_length=256)),
                ('relationship_id', models.BigIntegerField(null=True)),
                ('made_at', models.DateTimeField()),
                ('proved_at', models.DateTimeField()),
                ('last_used_at', models.DateTimeField()),
                ('until', models.DateTimeField()),
                ('ip', models.CharField(blank=True, max_length=45)),
                ('device', models.CharField(blank=True, max_length=200)),
                ('connection', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='connections.connection')),
                ('organization', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organizations.organization')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
            ],
            options={
                'indexes': [models.Index(fields=['organization', 'person'], name='sessions_of_a_person')],
            },
        ),
        migrations.AddIndex(
            model_name='signinattempt',
            index=models.Index(fields=['organization', 'connection', '-id'], name='attempts_at_a_connection'),
        ),
        migrations.AddIndex(
            model_name='signinattempt',
            index=models.Index(fields=['organization', 'support_code'], name='attempts_by_support_code'),
        ),
        migrations.AddIndex(
            model_name='signinstep',
            index=models.Index(fields=['ip', 'made_at'], name='steps_from_an_origin'),
        ),
    ]
