import { workbookOf, type WorkbookRequest } from './workbook.ts'

/** Writes a workbook away from the window's own thread: for 100,000 rows it takes seconds. */
addEventListener('message', ({ data }: MessageEvent<WorkbookRequest>) => {
  void workbookOf(data).then((bytes) => {
    postMessage(bytes, { transfer: [bytes.buffer] })
  })
})
