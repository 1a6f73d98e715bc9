"""council-wizard: holds criteria drawn from five published reports against what is known of a council."""
