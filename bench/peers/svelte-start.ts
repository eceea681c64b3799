import { mount } from 'svelte'
import { gridPlace, peopleIn, tellRows } from './peer-page.ts'
import SveltePage from './SveltePage.svelte'

mount(SveltePage, { target: gridPlace(), props: { people: await peopleIn('/people-10000.json') } })
tellRows()
