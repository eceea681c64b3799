import { serve } from './reader-port.ts'

/// <reference lib="webworker" />
serve(self as unknown as MessagePort)
