import type { IntakeFailure } from '../intake-failure.ts'

/** Why a workbook is not read, found inside of it. */
export type WorkbookFault = Extract<
  IntakeFailure['kind'],
  'damaged-workbook' | 'encrypted-workbook' | 'bomb' | 'too-wide' | 'too-many-rows'
>
