"""What a request changes, told to the people who decide about it: for GitHub, GitLab and the terminal."""
