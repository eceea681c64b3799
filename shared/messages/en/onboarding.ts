/** Importing: intake, columns, check, plan, report. */
export const onboarding = {}
