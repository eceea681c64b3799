import type { Port } from './reader-port.ts'
import { serve } from './serve-reader.ts'

// In a worker `self` is the port to whoever started it; the window's types do not know that.
serve(self as unknown as Port)
