enum LinkagePlaceholder {}
