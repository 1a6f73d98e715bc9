"""The parts that screens are made of; each works by keys and by mouse, and says nothing by colour alone."""
