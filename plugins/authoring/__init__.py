"""What spares editors work at the desk: mending files, starting a service, renaming one."""
