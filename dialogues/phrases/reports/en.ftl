# The words of the coordinators' reports in English; the same ids as in German.

## Pages

reports = Reports
brand = Lotse
skip = Skip to content
signed-in-as = Signed in as { $name }
sign-out = Sign out
interface-language = Language of the interface
to-cases = Cases
choose = Selection
choose-from = From
choose-to = To
choose-place = Place
choose-language = Language
choose-show = Show
choose-newest = Newest period
choose-same = This period only
periods-year = Years
periods-quarter = Quarters
periods-month = Months (topics only)
downloads = Download
topics-link = See the topics of { $category }
back-to-categories = Back to all topics
chart = Chart: { $title }
numbers-of-chart = The numbers are in the table.
legend = Signs
notes = Notes

## What went wrong

problem-title = That did not work
problem-role = Your account may not see reports.
problem-role-hint = Reports are for accounts with the role coordinator or admin. Please ask whoever looks after Lotse in your organisation.
problem-choice = There is no report on that. Please choose again.
problem-unknown = There is no such page.
problem-unavailable = That does not work just now. Please try again in a moment.
back-to-reports = Back to the reports

## The forms

report-topics = Topics of consultations
report-topics-says = Which topics came up how often, and where.
report-people = People seeking advice
report-people-says = How many people sought advice in each quarter.
report-months = Topics over time
report-months-says = How the topics developed from month to month.
report-languages = Languages
report-languages-says = In which languages people were advised, about what and where.
report-unmet = Unmet needs
report-unmet-says = What people came with and left without an answer.
report-cases = Waiting times and outcomes
report-cases-says = How long people waited for a counsellor and how their cases ended.

nothing-yet = No numbers are published yet. A few coarse ones appear after the end of each month, all of them after the end of each quarter. Not earlier: numbers of an unfinished period could be subtracted from each other and would point to persons.
coarse-only = For single months only the topics are published. All other numbers appear after the end of the quarter.
no-topics = Single topics are published by place only, and only for quarters and years.
no-topics-hidden = This number is not published. There are no finer numbers either.
people-none = The number of people seeking advice is published by quarter. There is none for these years yet.
months-none = Numbers of single months are not published for this period.

## Tables

topics = Topics
topics-of = Topics: { $category }
places = Places
place = Place
place-unknown = Place not known
languages = Languages
languages-by-category = Languages by topic
languages-by-place = Languages by place
language = Language
number = Number
total = Total
share = Relative share
period = Period
consultations = Consultations
people-number = People seeking advice
people-axis = People seeking advice (estimated)
months-title = Topics by month
channels = Channels
channel = Channel
unmet-title = Left without an answer
unmet-sum = Without an answer
unmet-share = Share without an answer
all-consultations = Consultations
endings = How consultations ended
ending = Ending
unclear-title = Not understood
unclear-row = Messages that could not be assigned to a topic
messages = Messages
cases = Cases
cases-waited = Waiting time until taken
cases-waited-corner = Waited
cases-lasted = Duration of cases
cases-lasted-corner = Duration
cases-outcome = Outcomes of cases
cases-outcome-corner = Outcome
cases-places = Cases by place

all-places = all
all-places-here = all (this report is not divided by place)
all-languages = all
all-languages-here = all (this report is not divided by language)
quarter = Quarter { $number }, { $year }
month = { $month } { $year }
period-range = { $start } to { $end }

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

language-ar = Arabic
language-de = German
language-en = English
language-fa = Persian
language-ru = Russian
language-tr = Turkish
language-uk = Ukrainian
channel-telegram = Telegram
channel-web = Web chat
channel-rest = Programming interface
outcome-answered = Answered
outcome-helpful = Answered, it helped
outcome-handed_over = Handed to a counsellor
outcome-asked_back = A question back stayed open
outcome-unavailable = Nobody could be reached
outcome-not_helpful = It did not help
outcome-solved = Solved
outcome-referred = Referred
outcome-appointment = Appointment made
outcome-not_reached = Not reached
outcome-complex = Complex problem
outcome-withdrawn = Withdrawn
outcome-expired = Expired
outcome-blocked = Blocked
waited-m10 = up to 10 minutes
waited-m30 = 10 to 30 minutes
waited-h1 = 30 minutes to 1 hour
waited-h4 = 1 to 4 hours
waited-d1 = 4 hours to 1 day
waited-more = more than 1 day
waited-never = never taken
lasted-m15 = up to 15 minutes
lasted-h1 = 15 minutes to 1 hour
lasted-h4 = 1 to 4 hours
lasted-d1 = 4 hours to 1 day
lasted-more = more than 1 day

## How to read them

chart-says = Chart “{ $title }”. { $values }
legend-hidden = fewer than 5, or not published to protect other cells
legend-least = at least: a part of the sum is not published
legend-zero = zero
note-share = The relative share is of all consultations in this period and at this place.
note-no-shares = Where the total is not published, or only in part, there are no shares.
note-coarse = For single months only the topics as a whole are published. Places, languages and everything else appear after the end of the quarter.
note-one-cell = Only this one number is published of a language at a place. Finer numbers would point to persons.
note-estimate = Estimated with HyperLogLog, standard error 0.8 %: a way to count without keeping any person.
note-no-sum = Quarters cannot be added up: somebody who came in two of them would be counted twice.
note-unmet = Without an answer: a question back stayed open, nobody could be reached (out of hours, or all were busy), or the answer did not help.
note-unclear = Messages that were not understood are no consultations and not part of the other numbers.
note-cases-place = Waiting times and outcomes are not published by place, because they would point to persons.
note-unknown-place = “Place not known”: the district was not mentioned.
note-missing = Not published in this period and not included: { $periods }.
note-suppression = Numbers below 5, and others they could be computed from, are not published. Filters only ever show what was published.
note-noise = The numbers are protected with random noise (differential privacy, epsilon { $epsilon }). They differ a little from the true ones, so sums do not fit exactly. Negative numbers are shown as 0.
source = Source: Lotse, published statistics. Published on { $day }.

## Files

about = About these statistics
made-on = Made on { $day }
page-of = Page { $number } of { $total }
