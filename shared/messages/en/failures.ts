/** What happened, what it means for the person's work, what to do: for every kind of failure. */
export const failures = {}
