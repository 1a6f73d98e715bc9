"""The name of a file that a person types, as every face checks it: see `wizard.session.file_names`."""

from wizard.session.file_names import fault_of_new, name_from, typed_path

__all__ = ["fault_of_new", "name_from", "typed_path"]
