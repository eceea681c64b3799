import { isolate } from '../format.ts'
import { format } from './format.ts'

const unsentKept = 'Your edits are kept and will be sent when the service answers again.'

/** What happened, what it means for the person's work, what to do: for every kind of failure. */
export const failures = {
  unreachable: {
    refused: {
      what: 'The service did not accept the connection.',
      means: unsentKept,
      todo: 'It may be restarting. Check the server address if this goes on.'
    },
    dns: {
      what: 'The server’s name was not found.',
      means: unsentKept,
      todo: 'Check your network, and that the server address is spelled correctly.'
    },
    tls: {
      what: 'A secure connection could not be made.',
      means: 'Nothing was sent, so that nobody can listen in. ' + unsentKept,
      todo: 'Check this computer’s date and time, and ask your administrator about the server’s certificate.'
    },
    proxy: {
      what: 'Your network’s proxy did not let the connection through.',
      means: unsentKept,
      todo: 'Ask your administrator to allow the server’s address.'
    },
    timeout: {
      what: 'The service did not answer in time.',
      means: unsentKept,
      todo: 'Check your network. Switchboard keeps trying.'
    },
    network: {
      what: 'There is no network connection.',
      means: unsentKept,
      todo: 'Check your cable or Wi-Fi. Switchboard notices when it is back.'
    }
  },
  recalled: {
    what: 'Held back before it left.',
    means: 'Nothing of it was sent, and your edit is kept.',
    todo: 'It is sent once sending goes on.'
  },
  lost: {
    timeout: {
      what: 'The request left, but no reply came in time.',
      means: 'It may have been carried out or not. Nothing is sent twice until that is known.',
      todo: 'Wait: the list is being checked.'
    },
    reset: {
      what: 'The connection broke before the reply came.',
      means: 'It may have been carried out or not. Nothing is sent twice until that is known.',
      todo: 'Wait: the list is being checked.'
    }
  },
  unreadable: {
    what: 'The service answered with something that cannot be read.',
    means: 'What it did is not known from its reply; the list tells.',
    todo: 'If this goes on, check the server address and tell your administrator.'
  },
  portal: {
    what: 'Your network’s own sign-in page answered in the service’s place.',
    means: unsentKept,
    todo: 'Open a browser and sign in to the network.'
  },
  refused: {
    invalid: {
      what: 'The service says that the request is not valid.',
      means: 'It did not change anything.',
      todo: 'Correct what it names, then try again.'
    },
    token: {
      what: 'The service does not accept your token: it is wrong or has expired.',
      means: 'Nothing is sent until you have a new one. Your edits are kept.',
      todo: 'Use a new token, or login and password.'
    },
    right: {
      what: 'Your token does not have the right to do this.',
      means: 'Edits to this organization wait; the others go on.',
      todo: 'Ask your administrator for a token that may do it, or check its kind.'
    },
    missing: {
      what: 'The service does not know this organization or address.',
      means: 'Edits to this organization wait; the others go on.',
      todo: 'Check that the organization still exists and that the server address is right.'
    },
    unsupported: {
      what: 'The server does not take this kind of request.',
      means: 'Edits to this organization wait; the others go on.',
      todo: 'Check the server address and tell your administrator.'
    },
    tooMany: {
      what: 'The service asks to slow down: too many requests.',
      means: 'Nothing is lost. The rest is sent more slowly.',
      todo: 'Nothing to do. If it happens often, lower the requests per second in Settings.'
    },
    broken: {
      what: 'The service has a fault of its own.',
      means: 'What it did is not known from its reply; the list tells.',
      todo: 'Wait: Switchboard looks again. If it goes on, tell your administrator.'
    },
    other: {
      what: 'The service refused.',
      means: 'It did not do what was asked.',
      todo: 'Read what it says, then try again.'
    }
  },
  signedOut: {
    what: 'No token is at hand for this account.',
    means: 'You can look and edit; edits are kept until you have signed in.',
    todo: 'Sign in to send them.'
  },
  organizationsNotOffered: {
    what: 'This server does not list its organizations.',
    means: 'Switchboard works all the same, once it knows their ids.',
    todo: 'Type the ids of your organizations, separated by commas.'
  },
  address: {
    missing: {
      what: 'The address is missing.',
      means: 'Switchboard does not know where to go.',
      todo: 'Type it, for example https://chatapi.smsbat.com.'
    },
    malformed: {
      what: 'This is not an address.',
      means: 'Switchboard does not know where to go.',
      todo: 'It looks like https://chatapi.smsbat.com.'
    },
    insecure: {
      what: 'This address is not protected.',
      means: 'Anyone on the way could read your token.',
      todo: 'Use an address that begins with https://.'
    }
  },
  credentialsMissing: {
    what: 'Nothing to identify you with was given.',
    means: 'The service has to know who asks.',
    todo: 'Fill in a company token, or login and password.'
  },
  organizationIds: {
    what: 'These are not organization ids.',
    means: 'An id is a whole number, such as 24.',
    todo: 'Type whole numbers, separated by commas.'
  },
  faults: {
    what: 'Some names cannot be sent.',
    means: 'Nothing was queued.',
    todo: 'Correct the lines that are named.'
  },
  notStored: {
    diskFull: {
      what: 'The disk is full.',
      means: 'This could not be stored, so it was not accepted.',
      todo: 'Free some space, then try again. What you typed is kept here.'
    },
    readOnly: {
      what: 'Switchboard may not write to its own folder.',
      means: 'This could not be stored, so it was not accepted.',
      todo: 'Ask your administrator for write access. What you typed is kept here.'
    },
    newer: {
      what: 'A newer version of Switchboard wrote what is stored here.',
      means: 'This version cannot read it, and leaves it untouched: nothing is lost.',
      todo: 'Install the newer version again.'
    },
    other: {
      what: 'Storing failed.',
      means: 'This could not be stored, so it was not accepted.',
      todo: 'Try again. If it goes on, start Switchboard anew; the log says more.'
    }
  },
  sandbox: {
    what: 'The sandbox could not start.',
    means: 'Your own accounts are not affected.',
    todo: 'Try again. If it goes on, start Switchboard anew; the log says more.'
  },
  /** The server's own words, quoted. */
  said: (words: string) => `The service says: “${isolate(words)}”`,
  /** A code for whoever looks into it. */
  code: (code: string) => `Code ${isolate(code)}`,
  status: (status: number) => `HTTP ${status}`,
  /** A fault of a name, by its line, from 1. */
  fault: {
    organizationMissing: (line: number) => `Line ${line}: choose an organization.`,
    nameMissing: (line: number) => `Line ${line}: the name is blank.`,
    nameTooLong: (line: number, length: number, longest: number) =>
      `Line ${line}: ${format.number(length)} characters; at most ${longest} are allowed.`
  }
}
