import { parentPort } from 'node:worker_threads'
import { serveLists } from './list-service.ts'

// The worker's whole program: lists are parsed here, off the main thread.
if (parentPort === null) throw new Error('The list worker runs only as a worker')
serveLists(parentPort)
