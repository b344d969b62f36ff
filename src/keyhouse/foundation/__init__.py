"""What everything stands on: ids, time, tenancy, permissions, audit, errors, jobs, mail, secrets and outbound calls."""
