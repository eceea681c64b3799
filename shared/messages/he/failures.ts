import { isolate } from '../format.ts'
import type { Messages } from '../messages.ts'
import { format } from './format.ts'

const unsentKept = 'השינויים נשמרים ויישלחו כשהשירות ישוב לענות.'
const organizationWaits = 'השינויים בארגון הזה ממתינים; השאר ממשיכים.'
const perhapsDone = 'ייתכן שהבקשה בוצעה וייתכן שלא. דבר לא יישלח שוב עד שהעניין יתברר.'
const listTells = 'מהתשובה לא ברור מה בוצע; הרשימה תגלה.'
const notAccepted = 'לא ניתן היה לשמור, ולכן השינוי לא התקבל.'

/** What happened, what it means for the person's work, what to do: for every kind of failure. */
export const failures: Messages['failures'] = {
  unreachable: {
    refused: {
      what: 'השירות לא קיבל את החיבור.',
      means: unsentKept,
      todo: 'ייתכן שהוא מופעל מחדש. אם זה נמשך, כדאי לבדוק את כתובת השרת.'
    },
    dns: {
      what: 'שם השרת לא נמצא.',
      means: unsentKept,
      todo: 'יש לבדוק את הרשת ולוודא שכתובת השרת נכתבה נכון.'
    },
    tls: {
      what: 'לא ניתן היה ליצור חיבור מאובטח.',
      means: 'דבר לא נשלח, כדי שאיש לא יוכל לצותת. ' + unsentKept,
      todo: 'יש לבדוק את התאריך והשעה במחשב, ולברר עם מנהל המערכת לגבי אישור האבטחה של השרת.'
    },
    proxy: {
      what: 'שרת הפרוקסי של הרשת חסם את החיבור.',
      means: unsentKept,
      todo: 'יש לבקש ממנהל המערכת לאפשר גישה לכתובת השרת.'
    },
    timeout: {
      what: 'השירות לא ענה בזמן.',
      means: unsentKept,
      todo: 'כדאי לבדוק את הרשת. הניסיונות נמשכים מעצמם.'
    },
    network: {
      what: 'אין חיבור לרשת.',
      means: unsentKept,
      todo: 'יש לבדוק את הכבל או את ה־Wi-Fi. כשהחיבור יחזור, השליחה תתחדש מעצמה.'
    }
  },
  recalled: {
    what: 'נעצר לפני שיצא.',
    means: 'דבר ממנו לא נשלח, והשינוי נשמר.',
    todo: 'הוא יישלח כשהשליחה תימשך.'
  },
  lost: {
    timeout: {
      what: 'הבקשה יצאה, אך לא הגיעה תשובה בזמן.',
      means: perhapsDone,
      todo: 'אפשר להמתין: הרשימה נבדקת.'
    },
    reset: {
      what: 'החיבור נותק לפני שהגיעה תשובה.',
      means: perhapsDone,
      todo: 'אפשר להמתין: הרשימה נבדקת.'
    }
  },
  unreadable: {
    what: 'תשובת השירות אינה קריאה.',
    means: listTells,
    todo: 'אם זה נמשך, יש לבדוק את כתובת השרת ולעדכן את מנהל המערכת.'
  },
  portal: {
    what: 'במקום השירות ענה דף הכניסה של הרשת.',
    means: unsentKept,
    todo: 'יש לפתוח דפדפן ולהיכנס לרשת.'
  },
  refused: {
    invalid: {
      what: 'לפי השירות, הבקשה אינה תקינה.',
      means: 'דבר לא השתנה.',
      todo: 'יש לתקן את מה שצוין ולנסות שוב.'
    },
    token: {
      what: 'השירות לא מקבל את האסימון: הוא שגוי או שתוקפו פג.',
      means: 'דבר לא יישלח עד שיהיה אסימון חדש. השינויים נשמרים.',
      todo: 'יש להשתמש באסימון חדש, או בשם משתמש ובסיסמה.'
    },
    right: {
      what: 'לאסימון אין הרשאה לפעולה הזאת.',
      means: organizationWaits,
      todo: 'יש לבקש ממנהל המערכת אסימון מתאים, או לבדוק את סוג האסימון.'
    },
    missing: {
      what: 'השירות לא מכיר את הארגון או את הכתובת.',
      means: organizationWaits,
      todo: 'יש לוודא שהארגון עדיין קיים ושכתובת השרת נכונה.'
    },
    unsupported: {
      what: 'השרת לא מקבל בקשות מסוג זה.',
      means: organizationWaits,
      todo: 'יש לבדוק את כתובת השרת ולעדכן את מנהל המערכת.'
    },
    tooMany: {
      what: 'השירות מבקש להאט: יותר מדי בקשות.',
      means: 'דבר לא אבד. השאר יישלח לאט יותר.',
      todo: 'אין צורך לעשות דבר. אם זה קורה לעיתים קרובות, כדאי להפחית בהגדרות את מספר הבקשות בשנייה.'
    },
    broken: {
      what: 'אירעה תקלה בשירות.',
      means: listTells,
      todo: 'אפשר להמתין: הבדיקה תחזור מעצמה. אם זה נמשך, יש לעדכן את מנהל המערכת.'
    },
    other: {
      what: 'השירות סירב.',
      means: 'מה שהתבקש לא בוצע.',
      todo: 'יש לקרוא את הודעת השירות ולנסות שוב.'
    }
  },
  signedOut: {
    what: 'אין אסימון לחשבון הזה.',
    means: 'אפשר לצפות ולערוך; השינויים נשמרים עד להתחברות.',
    todo: 'כדי לשלוח אותם יש להתחבר.'
  },
  organizationsNotOffered: {
    what: 'השרת הזה לא מציג את רשימת הארגונים שלו.',
    means: 'אפשר לעבוד כרגיל ברגע שמזהי הארגונים ידועים.',
    todo: 'יש להקליד את מזהי הארגונים, מופרדים בפסיקים.'
  },
  address: {
    missing: {
      what: 'חסרה כתובת.',
      means: 'לא ידוע לאן להתחבר.',
      todo: 'יש להקליד אותה, למשל \u2068https://chatapi.smsbat.com\u2069.'
    },
    malformed: {
      what: 'זו אינה כתובת.',
      means: 'לא ידוע לאן להתחבר.',
      todo: 'כתובת נראית כך: \u2068https://chatapi.smsbat.com\u2069.'
    },
    insecure: {
      what: 'הכתובת הזאת אינה מאובטחת.',
      means: 'כל מי שבדרך יכול לקרוא את האסימון.',
      todo: 'יש להשתמש בכתובת שמתחילה ב־\u2068https://\u2069.'
    }
  },
  credentialsMissing: {
    what: 'לא צוינו פרטי הזדהות.',
    means: 'השירות צריך לדעת מי פונה אליו.',
    todo: 'יש למלא אסימון חברה, או שם משתמש וסיסמה.'
  },
  organizationIds: {
    what: 'אלה אינם מזהי ארגונים.',
    means: 'מזהה הוא מספר שלם, כגון 24.',
    todo: 'יש להקליד מספרים שלמים, מופרדים בפסיקים.'
  },
  faults: {
    what: 'חלק מהשמות לא ניתנים לשליחה.',
    means: 'דבר לא נכנס לתור.',
    todo: 'יש לתקן את השורות שצוינו.'
  },
  notStored: {
    diskFull: {
      what: 'הדיסק מלא.',
      means: notAccepted,
      todo: 'יש לפנות מקום ולנסות שוב. מה שהוקלד נשמר כאן.'
    },
    readOnly: {
      what: 'אין הרשאת כתיבה לתיקיית היישום.',
      means: notAccepted,
      todo: 'יש לבקש ממנהל המערכת הרשאת כתיבה. מה שהוקלד נשמר כאן.'
    },
    newer: {
      what: 'הנתונים השמורים כאן נכתבו בגרסה חדשה יותר של Switchboard.',
      means: 'הגרסה הזו אינה יכולה לקרוא אותם ואינה נוגעת בהם: דבר לא אבד.',
      todo: 'יש להתקין שוב את הגרסה החדשה.'
    },
    other: {
      what: 'השמירה נכשלה.',
      means: notAccepted,
      todo: 'יש לנסות שוב. אם זה נמשך, כדאי להפעיל את Switchboard מחדש; פרטים נוספים ביומן.'
    }
  },
  sandbox: {
    what: 'לא ניתן היה להפעיל את סביבת התרגול.',
    means: 'שאר החשבונות לא הושפעו.',
    todo: 'יש לנסות שוב. אם זה נמשך, כדאי להפעיל את Switchboard מחדש; פרטים נוספים ביומן.'
  },
  said: (words: string) => `תשובת השירות: "${isolate(words)}"`,
  code: (code: string) => `קוד ${isolate(code)}`,
  status: (status: number) => `HTTP ${status}`,
  fault: {
    organizationMissing: (line: number) => `שורה ${line}: יש לבחור ארגון.`,
    nameMissing: (line: number) => `שורה ${line}: השם ריק.`,
    nameTooLong: (line: number, length: number, longest: number) =>
      `שורה ${line}: ${format.number(length)} תווים; מותר ${longest} לכל היותר.`
  }
}
