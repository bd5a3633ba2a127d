"""The formats that articles come in, a module each: from the bytes of a file to drafts with their text as it stands."""
