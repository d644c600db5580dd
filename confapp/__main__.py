"""`python -m confapp` is the `confapp` command."""

from confapp.cli import main

main()
