"""What those who run the server ask: does it live, is it ready, how much does it do."""
