/** Names of values that may be secret where no field says whether they are: they may have had one that did. */
export const secretName = /passw|passphrase|pwd|secret|token|credential|(?:private|api|access)_?key/i;
