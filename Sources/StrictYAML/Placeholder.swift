// The module's first file stands in for it until its types arrive.
