language-name = 🇬🇧 English
language-prompt = Choose your language
language-saved = Language saved

menu-welcome =
    👋 <b>{ $name }</b>, this is <b>Atlas Secure</b> — a fast, dependable VPN.

    Pick a plan, pay in a couple of taps and be connected within seconds.
menu-active =
    👋 <b>{ $name }</b>, you are protected by <b>Atlas Secure</b>.

    ✅ Access is active until <b>{ $until }</b>
button-buy = 🛒 Buy a subscription
button-renew = 🔄 Renew the subscription
button-profile = 👤 Profile
button-top-up = 💳 Top up balance
button-instruction = 📲 How to connect
button-help = 💬 Support
button-info = ℹ️ About
button-language = 🌐 Language
button-back = ⬅️ Back
button-menu = 🏠 Main menu
button-plans = 🛒 To the plans
button-referrals = 🎁 Invite friends
button-promo = 🎟 Enter a promo code
button-withdraw = 💸 Withdraw money
button-retry = 🔁 Try again

plan-basic = Basic
plan-plus = Plus
plans-title =
    <b>Choose a plan</b>

    🔹 <b>Basic</b> — for every day: sites, messengers, video.

    🔸 <b>Plus</b> — a priority server and steady speed.

    One key per person, up to 5 devices.
plan-button = { $plan } — from { $price }
period-title =
    The <b>{ $plan }</b> plan

    For how long?
period-months = { $months ->
        [one] { $months } month
       *[other] { $months } months
    }
period-button = { $period } — { $price }
discount-promo = 🎟 Promo code <b>{ $code }</b>: { $percent }% off
discount-promo-nameless = 🎟 Promo code discount: { $percent }% off
discount-vip = 👑 VIP discount: { $percent }% off
discount-personal = 🤝 Your personal discount: { $percent }% off
promo-gone = This promo code can no longer be used, so the price is without it.
promo-ask =
    🎟 <b>Promo code</b>

    Send the code as a message and you will see the reduced prices at once.
promo-ask-again =
    🎟 The promo code <b>{ $code }</b> is applied: { $percent }% off.

    Send another one to replace it, or go back to the plans.
promo-bad =
    This promo code does not fit: there may be a typo, it may be over, or you have used it already.

    Send another one or go back to the plans.
promo-applied = ✅ Promo code <b>{ $code }</b> accepted: { $percent }% off. It holds for 5 minutes — choose a plan.
promo-smaller = ℹ️ Your own discount of { $own }% is larger. While the code is applied, which lasts a few minutes, it sets the price.
method-head = The <b>{ $plan }</b> plan, { $period }
method-price = To pay: <b>{ $price }</b>
method-price-reduced = To pay: <b>{ $price }</b> instead of <s>{ $listPrice }</s>
method-balance = Balance: { $balance }
method-ask = How would you like to pay?
button-pay-wallet = 👛 From balance ({ $balance })
button-pay-card = 💳 By bank card
button-pay-yookassa = 🏦 YooKassa: card or SBP
button-pay-crypto = 💎 With crypto
button-pay-stars = ⭐️ With Telegram Stars
button-pay-free = 🎁 Get it for free
below-minimum = This way takes payments from { $minimum }. Please choose another one.
quote-refreshed = The price was refreshed — please check and confirm
wallet-short =
    Your balance is short of <b>{ $shortage }</b>.

    Price: { $price }
    Balance: { $balance }
purchase-done =
    ✅ <b>Paid</b>

    Access until <b>{ $until }</b>
    Left on the balance: { $balance }
purchase-free-done =
    🎁 <b>Done, nothing to pay</b>

    Access until <b>{ $until }</b>
purchase-key-follows = 🔑 Your key comes in the next message.

invoice-title =
    <b>Invoice for { $price }</b>
    { $what }
invoice-how-crypto = Tap “Pay”, choose a coin and confirm the transfer. We will write as soon as it arrives — nothing else to press.
invoice-how-yookassa = Tap “Pay” to open the YooKassa page, where you can pay by card, through SBP or from a wallet. We will write as soon as the money arrives.
invoice-how-card = The invoice is in the message below: tap “Pay” there and enter your card. We will write as soon as the payment goes through.
invoice-how-stars = The invoice for { $stars ->
        [one] { $stars } star
       *[other] { $stars } stars
    } is in the message below: tap “Pay” there. We will write as soon as the payment goes through.
invoice-left =
    The invoice is valid for { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }.
invoice-what-purchase = The { $plan } plan, { $period }
invoice-what-top-up = Balance top-up
invoice-description-purchase = Atlas Secure: { $plan }, { $period }
invoice-description-top-up = Atlas Secure: balance top-up
button-pay-now = 💳 Pay { $price }
button-check-payment = 🔎 Check the payment
button-cancel-invoice = ✖️ Cancel the invoice
invoice-not-paid-yet = No payment yet. It usually takes up to a minute.
invoice-already-paid = Payment received ✅
invoice-cancelled = The invoice is cancelled. If you did pay it after all, the money will not be lost.
invoice-gone = This invoice is already closed
provider-away =
    The payment service does not answer right now. Nothing was charged.

    Try again in a minute, or choose another way to pay.

top-up-title =
    <b>Top up your balance</b>
    Now: { $balance }

    Choose an amount
button-top-up-custom = ✍️ Another amount
top-up-ask = Type an amount in roubles, from 100 to 100,000
top-up-bad-amount = It has to be a whole number of roubles from 100 to 100,000. For example: 500
top-up-method-title =
    Top-up of <b>{ $price }</b>

    Choose how to pay

profile-title =
    👤 <b>{ $name }</b>
    ID: <code>{ $id }</code>

    👛 Balance: <b>{ $balance }</b>
profile-none = 🔒 No subscription yet
profile-ended = ⌛️ The subscription ended on { $until }
profile-preparing = ⏳ Paid until <b>{ $until }</b> UTC. Your key is being prepared — it takes a few seconds.
profile-active = ✅ The subscription is active until <b>{ $until }</b> UTC
profile-held = 💸 Waiting to be paid out: <b>{ $amount }</b>
button-key = 🔑 Show the key
button-qr = 📷 QR code
key-message = 🔑 Your key — tap to copy:
key-sent = The key is in the message below
key-none = There is no active subscription yet
key-preparing = The key is still being prepared — it will arrive here
qr-caption = Scan the code in the app

notice-payment-new =
    ✅ <b>Payment of { $price } received</b>

    Access until <b>{ $until }</b>. Your key comes in the next message.
notice-payment-renewal =
    ✅ <b>Payment of { $price } received</b>

    The subscription now runs until <b>{ $until }</b>. Your key stays the same.
notice-payment-late = The invoice had closed by then, but we accepted the payment.
notice-payment-excess = You paid more than the invoice asked: { $excess } stays on your balance.
notice-wallet-credited =
    💰 <b>Balance topped up by { $price }</b>

    It now holds { $balance }
notice-already-paid =
    💰 <b>Payment of { $price } received — on your balance</b>

    This invoice had been paid already, so the money stays yours. The balance now holds { $balance }
notice-underpaid =
    💰 <b>{ $price } received — less than the invoice asked</b>

    Nothing is lost: the money is on your balance, which now holds { $balance }
notice-commission =
    🎁 <b>You have earned { $amount }</b>

    A friend of yours bought a subscription or topped up a balance: this is { $percent }% of it. The money is on your balance already.

    Your level: { $level }
notice-referral-joined =
    👋 <b>A new friend came by your link</b>

    You will earn a share of every payment they make.
notice-withdrawal-approved =
    ✅ <b>Withdrawal of { $amount } approved</b>

    The money arrives within 3 business days.
notice-withdrawal-rejected =
    ↩️ <b>Withdrawal of { $amount } declined</b>

    The money is back on your balance.
notice-withdrawal-reason = Reason: { $reason }
notice-withdrawal-contact = If you have any questions, please write to support.
notice-refunded = ↩️ <b>Payment refunded: { $amount }</b>
notice-refunded-wallet = { $amount } was taken off your balance.
notice-refunded-debt = Another { $amount } will be taken from the next money that comes to your balance.
notice-refunded-shortened = Your access now runs until <b>{ $until }</b>.
notice-refunded-over = The access that this payment bought has ended.
notice-refunded-kept = Your access has not changed.
notice-adjusted-up =
    💰 <b>{ $amount } was added to your balance</b>

    Reason: { $reason }
    It now holds { $balance }
notice-adjusted-down =
    💰 <b>{ $amount } was taken off your balance</b>

    Reason: { $reason }
    It now holds { $balance }
notice-traffic-used-up =
    📶 <b>Your traffic is used up: { $limit } GB</b>

    The connection is paused; your key stays the same.
notice-traffic-resets = On { $date } it works again by itself.
notice-traffic-support = To get more, please write to support.
notice-access-ready =
    🎉 <b>Access is ready</b> — until { $until }

    🔑 Your key, tap to copy:

instruction-text =
    📲 <b>How to connect</b>

    1. Install the <b>v2RayTun</b> app for your device.
    2. Open your profile in this bot and copy the key.
    3. In the app tap “+” and choose “Import from clipboard”.
    4. Switch the connection on.

    No luck? Update the app, check the date and time of your device and write to us.
button-ios = 🍏 iPhone and iPad
button-android = 🤖 Android
button-desktop = 💻 Computer
help-text =
    💬 <b>Support</b>

    Tell us what happened and we will help.
button-help-contact = Write to support
info-text =
    ℹ️ <b>Atlas Secure</b>

    A VPN on the VLESS protocol. We keep no logs of what you visit, and each of your payments can be proved from our ledger.

error-try-later = Something went wrong. We know already; please try again a little later.
error-stale = That button is out of date — here is a fresh screen
too-often =
    That was too often. Please try again in { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    }.
payments-off = ⏸ Payments are paused for a while. Your balance is safe, and whatever you have paid already will be credited. Please try again a little later.
unknown-text = I understand buttons and commands. The button below opens the main menu.

command-start = Main menu
command-profile = Profile and key
command-buy = Buy or renew
command-referral = Invite friends
command-instruction = How to connect
command-help = Support
command-info = About
command-language = Language

referral-title =
    🎁 <b>Invite friends and earn { $percent }% of every payment they make</b>

    Your link:
    <code>{ $link }</code>

    Level: <b>{ $level }</b>
    Came by your link: { $invited }
    Paying: { $paying }
    Earned: <b>{ $earned }</b>
referral-to-next = { $missing ->
        [one] { $missing } more paying friend to the next level
       *[other] { $missing } more paying friends to the next level
    }
referral-highest = This is the highest level 🏆
referral-level-silver = Silver Access
referral-level-gold = Gold Access
referral-level-platinum = Platinum Access
button-share = 📤 Share the link
referral-share-text = A fast, dependable VPN — Atlas Secure

withdrawal-ask =
    💸 <b>Withdrawal</b>

    Your balance holds { $balance }. Type the amount: at least { $minimum } and no more than the balance.
withdrawal-too-little = You can withdraw from { $minimum }. Your balance holds { $balance } now.
withdrawal-waits =
    You can withdraw { $amount } now: a reward for a friend can be withdrawn { $days ->
        [one] { $days } day
       *[other] { $days } days
    } after their payment. You can spend it on a subscription right away.
withdrawal-bad-amount = That does not read as an amount. Type a number, for example: 1500 or 1500.50
withdrawal-below-minimum = This is below the minimum: you can withdraw from { $minimum }. Type another amount.
withdrawal-above-balance = Your balance holds only { $balance }. Type a smaller amount.
withdrawal-ask-details =
    Withdrawing <b>{ $amount }</b>.

    Where should it go? Send one message with the card number or SBP phone number, the bank and the name of the recipient.
withdrawal-bad-details = It takes 5 to 500 characters: a card or phone number, the bank and the name of the recipient.
withdrawal-confirm =
    💸 <b>Check your request</b>

    Amount: <b>{ $amount }</b>
    To: <code>{ $preview }</code>

    Once you confirm, the amount is set aside until we decide, usually within a day.
button-withdraw-send = ✅ Confirm
button-cancel = ✖️ Cancel
withdrawal-sent =
    ✅ <b>Your request for { $amount } is in</b>

    We will check it and write to you. { $balance } is left on your balance.
withdrawal-debt = A refunded payment has left a debt that has to be settled first. Please write to support and we will sort it out.
withdrawal-short = Your balance no longer covers it: it holds { $balance } now.
withdrawal-lost = This request is out of date — please start again
withdrawal-decided = This withdrawal has been decided already

admin-title =
    🛠 <b>The shop's panel</b>
    Your role: { $role }

    Withdrawals to decide: { $withdrawals }
    Open tasks: { $tasks }
button-admin = 🛠 To the start
button-admin-withdrawals = 💸 Withdrawals
button-admin-tasks = 📋 Tasks
admin-withdrawals-title = 💸 <b>Withdrawals to decide</b> — page { $page } of { $pages }
admin-withdrawals-none = 💸 No withdrawals to decide.
admin-withdrawal-line = { $amount } · { $customer } · { $at }
admin-withdrawal-card =
    💸 <b>Withdrawal of { $amount }</b>

    Customer: <code>{ $customer }</code>
    Left on the balance: { $balance }
    Request: <code>{ $id }</code>
admin-withdrawal-approvals = Approvals: { $given } of { $needed }, each by a different admin
admin-withdrawal-details = Bank details: <code>{ $details }</code>
admin-withdrawal-approved = ✅ Approved. Send the money to the customer.
admin-withdrawal-rejected = ↩️ Declined, the money is back on the customer’s balance.
admin-withdrawal-reject-ask =
    Decline the withdrawal of <b>{ $amount }</b>? The money goes back to the customer’s balance, and they see the reason.
admin-withdrawal-approve-ask =
    Approve the withdrawal of <b>{ $amount }</b>? The customer is told at once, and you transfer the money yourself: this cannot be undone.

    Details: <code>{ $details }</code>
withdrawal-reason-details = the bank details did not work
withdrawal-reason-check = the request did not pass the check
withdrawal-reason-asked = as you asked
button-reject-details = Bank details did not work
button-reject-check = Did not pass the check
button-reject-asked = The customer asked for it
button-approve = ✅ Approve
button-reject = ↩️ Decline
button-details = 🔐 Bank details
button-page-back = ◀️
button-page-on = ▶️
admin-unknown = There is no such request
admin-decided = This request has been decided already
admin-debt = The customer owes the shop. Reject the request: the amount goes to the debt first.
admin-same = You have approved it already — another admin is needed
admin-own = Only the owner may do this for themselves — ask a colleague
admin-off = Admin actions are switched off
admin-second-needed = Your approval is recorded. One more admin is needed
admin-tasks-title = 📋 <b>Open tasks</b> — page { $page } of { $pages }
admin-tasks-none = 📋 No open tasks.
admin-task =
    📋 <b>{ $what }</b>
    { $details }
    <code>{ $command }</code>
task-suspended-charge = Money that belongs to nobody yet
task-refund-declined = A provider did not give money back
task-reconciliation = A provider’s books differ from ours
task-notice-unreadable = A provider’s notice that cannot be read
task-ledger = A check of the books found a fault
chain-head =
    🔗 Link <b>{ $sequence }</b>, { $at } UTC
    <code>{ $hash }</code>

    Keep this message: it proves that the records were not rewritten later.

precheckout-gone = This invoice is no longer valid. Nothing was charged — please go back to the bot and choose a plan again.
precheckout-paid = This invoice has been paid already. There is no need to pay again.
precheckout-stranger = This invoice was made for somebody else. Open the bot and choose a plan for yourself.
precheckout-changed = The amount has changed. Nothing was charged — please go back to the bot and choose a plan again.
precheckout-try-again = The invoice could not be checked. Nothing was charged — please try again in a minute.

button-connect = 📲 Connect a device
button-new-link = 🔁 New link
button-new-link-yes = 🔁 Replace the link
new-link-ask =
    🔁 <b>Replace your subscription link?</b>

    The old one stops opening at once: apps that update by it have to be connected again.
new-link-done = Done: the link is replaced, the old one no longer opens.

device-limit-announce = The device limit is reached. Remove one in the bot, Profile → Devices, and update the subscription.
connect-title = 📲 <b>Your subscription link</b> — tap to copy:
connect-steps =
    1. Install one of the apps below.
    2. Tap its button and the subscription is added. Or paste the link into the app by hand.
    3. Switch the connection on.
connect-qr-caption = Point the camera of another device here: the code opens your subscription
button-connect-page = 🌐 Open the page
button-connect-qr = 📷 QR code of the link
button-devices = 📱 Devices
button-devices-clear = 🗑 Remove all
devices-title = 📱 <b>Devices: { $count } of { $limit }</b>
devices-title-any = 📱 <b>Devices: { $count }</b>, no limit
devices-empty = Nothing here yet: a device appears once an app on it has loaded the subscription.
devices-note = Removing a device makes room at once; it may connect again. Apps that do not name their device are not listed.
devices-more = …and { $rest } more
devices-removed = Removed
devices-gone = This device is no longer on the list
device-line =
    { $number }. <b>{ $name }</b>{ $details }
    { $seen }
device-seen = Updated { $ago }
device-seen-now = Updated within the last hour
device-unnamed = Unnamed
button-new-key = 🔑 New key
button-new-key-yes = 🔑 Make a new one
new-key-ask =
    🔑 <b>Make a new key?</b>

    Do it when somebody else got hold of yours. Apps take the new one when they refresh the subscription; the old one stops working within seconds.
new-key-done = Done: the new key is on the servers. Refresh the subscription in your apps.
new-key-no-access = There is no subscription now
new-key-too-often = A new key can be made three times a day. If you need more, please write to support.
profile-traffic = 📶 Traffic: { $used } GB
profile-traffic-limit = 📶 Traffic: { $used } of { $limit } GB
profile-traffic-resets = starts anew on { $date }
profile-suspended = ⏸ The traffic is used up, the connection is paused
button-trial = 🎁 Try 3 days for free
trial-started =
    🎉 <b>Your trial has begun</b> and runs until { $until } (UTC).

    The key comes in the next message.
trial-not-for-you = A trial can be taken once, before the first purchase
button-renewal-on = 🔄 Switch auto-renewal on
button-renewal-off = ⏹ Switch auto-renewal off
renewal-on = Auto-renewal is on
renewal-off = Auto-renewal is off
profile-renews = 🔄 Auto-renewal: { $plan }, { $period } — { $price } from your balance shortly before the end
profile-renews-short = ⚠️ { $missing } more is needed to renew
profile-renews-not = 🔄 Auto-renewal is off
just-renewed =
    🔄 Your subscription has just renewed itself, until <b>{ $until }</b>.

    There is no need to pay twice. To add more time, come back in five minutes.
notice-ends = ⏳ <b>Your subscription runs until { $until }</b>
notice-left-hours = { $hours ->
        [one] { $hours } hour is left.
       *[other] { $hours } hours are left.
    }
notice-left-days = { $days ->
        [one] { $days } day is left.
       *[other] { $days } days are left.
    }
notice-ends-renews = Auto-renewal is on: if your balance is enough, it renews itself.
notice-ended =
    ⌛️ <b>Your subscription has ended</b>

    Buy it again: the key stays the same, and there is nothing to change in the app.
notice-trial-first-hours =
    👋 <b>Your trial runs until { $until }</b>

    Is everything connected? If not, here are the instructions, and support helps with the rest.
notice-trial-third-day = 🎁 <b>Your trial is coming to its end</b>
notice-trial-last-hours = ⏳ <b>Your trial ends soon</b>
notice-trial-ended =
    ⌛️ <b>Your trial has ended</b>

    If you liked it, buy a subscription: the key stays the same, and there is nothing to change in the app.
notice-renewed =
    🔄 <b>Your subscription is renewed until { $until }</b>

    { $price } was taken from your balance.
notice-renewal-short =
    💳 <b>Your balance is too low to renew { $plan }</b>

    Your subscription runs until { $until }, your balance is { $balance }. Top it up and it renews itself.
notice-referral-trial = 🎁 A friend you invited has begun a trial. Your reward comes when they pay for a subscription.
stuck-title = 🚧 Paid for and not working yet: { $count }
stuck-line = { $customer }: since { $since } UTC, { $attempts ->
        [one] { $attempts } try
       *[other] { $attempts } tries
    }

# Broadcasts
broadcast-info = ℹ️ <b>{ $title }</b>
broadcast-maintenance = 🛠 <b>{ $title }</b>
broadcast-security = 🔒 <b>{ $title }</b>
broadcast-promo = 🎁 <b>{ $title }</b>
operator-broadcast-done = 📣 <b>Broadcast “{ $title }” is done</b>
operator-broadcast-paused = ⏸ <b>Broadcast “{ $title }” has been paused</b>
operator-broadcast-counts =
    Recipients: { $recipients }
    Delivered: { $sent }
    Not delivered: { $failed }
    Unknown: { $unknown }
    Left out: { $skipped }
operator-broadcast-problem = Telegram does not take the text: { $problem }
system-trouble = 🚨 Something is not well:
system-line = • { $component }: { $status } ({ $reason }) since { $since } UTC
system-well = ✅ Everything is well again

outage-apology = ⏳ We are away for a moment. What you asked for is kept and will be done; there is no need to repeat it.

button-repeat = 🔁 Same as last time — { $price }
button-history = 🧾 History
history-title = 🧾 <b>Subscription history</b>
history-none = Nothing here yet.
history-line =
    { $at } · { $what } · { $plan }
    until { $until }
history-purchase = purchase
history-renewal = renewal
history-promo = free with a promo code
history-operator = a gift from us
history-trial = free trial
button-status = 🟢 Service status
button-status-again = 🔄 Refresh
status-title = <b>Service status</b>
status-access-well = ✅ VPN servers are up
status-access-slow = ⚠️ Some VPN servers are down — we are on it
status-access-down = ⛔️ The VPN servers are down right now — we are on it
status-payments-well = ✅ Payments work
status-payments-slow = ⚠️ Payments are slow at the moment
status-kept = Everything you have paid for is safe: access will arrive by itself, no need to tap anything.
button-privacy = 🔏 Privacy
button-channel = 📣 Our channel
privacy-text =
    🔏 <b>Privacy</b>

    We keep your Telegram id and name, your payments, the term of your subscription and the amount of traffic: that is what keeps it running and the money right.

    We do not record which sites you open or what you send. Card details are seen by the payment service alone.
button-levels = ❓ How it works
levels-title =
    ❓ <b>How it works</b>

    A friend opens your link and pays — you get a share on your balance at once. The more paying friends, the higher your level:
levels-first = <b>{ $level }</b> — { $percent }%, from the first paying friend
levels-line = <b>{ $level }</b> — { $percent }%, from { $from } paying friends
levels-note = Money on your balance pays for your subscription, or can be withdrawn.

button-admin-system = 🩺 State
button-admin-features = 🎚 Switches
admin-system-green = 🟢 <b>All is well</b>
admin-system-yellow = 🟡 <b>Something needs a look</b>
admin-system-red = 🔴 <b>The shop cannot sell</b>
admin-component-database = Database
admin-component-payments = Payment services
admin-component-vpn_api = VPN nodes
admin-state-healthy = fine
admin-state-degraded = partly down
admin-state-unavailable = down
admin-features-title =
    🎚 <b>Switches</b>

    They hold at once, in every process. Actions of admins are switched off by the command atlas flag alone.
feature-payments = Payments
feature-vpn-provisioning = Giving access
feature-auto-renewal = Auto-renewal
feature-background-workers = Background work
feature-admin-actions = Actions of admins
button-feature-off = ⏸ Switch off: { $feature }
button-feature-on = 🟢 Switch on: { $feature }
admin-feature-off-ask = Switch “{ $feature }” off? Customers will notice at once.
admin-feature-on-ask = Switch “{ $feature }” on?
button-yes = ✅ Yes
admin-feature-done = Done: it holds in every process
admin-system-line = • { $component }: { $state }

admin-no-right = That takes another role
admin-done = Done
role-owner = Owner
role-admin = Admin
role-support = Support
role-accountant = Accountant
role-auditor = Auditor
role-owner-may = May do everything, and alone gives roles.
role-admin-may = May do everything but give roles.
role-support-may = Sees customers and the state of the shop, gives and ends access. Sees no money.
role-accountant-may = Sees customers, money and the audit log, corrects balances, decides withdrawals, exports.
role-auditor-may = Sees everything and exports, and changes nothing.
button-admin-team = 👥 Team
admin-team-title =
    👥 <b>Team</b>

    A role holds at once: from the next tap on.
button-team-add = ➕ Add
admin-team-ask = Send the ID or @username of somebody who has started the bot.
admin-person-unknown = There is no such customer.
admin-member =
    👤 { $name } · <code>{ $id }</code>
    Role: <b>{ $role }</b>
admin-member-none = none
admin-member-appointed = Named in the server's settings: it does not change here.
button-role-take = 🚫 Take the role away
admin-role-ask = Give <code>{ $id }</code> the role “{ $role }”?
admin-role-take-ask = Take the role away from <code>{ $id }</code>?

# Insight
button-admin-dashboard = 📊 Dashboard
button-admin-statistics = 📈 Statistics
button-admin-analytics = 💰 Analytics
button-admin-metrics = ⏱ Metrics
button-admin-audit = 📜 Audit log
button-admin-waiting = 🚧 Waiting for access
admin-since = since { $at } UTC
dashboard-waiting = Waiting for access: { $count }
dashboard-tasks = Open tasks: { $tasks }
dashboard-withdrawals = Withdrawals to decide: { $withdrawals }
dashboard-trouble = Last outage: { $component }, { $at } UTC
dashboard-no-trouble = No outages so far
dashboard-issues = Worth a look:
issue-payments-off = Payments are off: nobody can buy
issue-every-provider-silent = Payment services are silent: people can only buy from their balance
issue-every-node-down = No node answers: nobody gets a new key
issue-provisioning-off = Giving access is off: whoever pays waits for a key
issue-no-nodes = There are no nodes: nothing to sell
issue-books-wrong = The proof of the books has found an error: see the tasks
issue-some-providers-silent = Some payment services are silent: not everybody can pay
issue-some-nodes-down = Some nodes do not answer: customers have no spare server
issue-access-waits = Some access is paid for and does not work yet
issue-money-without-owner = There is money without an owner: see the tasks
issue-passes-off = Background work is off: reminders and renewals stand still
issue-renewal-off = Renewal is off: subscriptions will simply end
admin-processes = Processes:
admin-process = • { $process }: { $days } d { $hours } h { $minutes } min
statistics-title = 📈 <b>Statistics</b>
statistics-customers =
    👥 Customers: <b>{ $all }</b>
    New today: { $today }
    In 7 days: { $week }
    In 30 days: { $month }
statistics-subscriptions =
    🔑 Subscriptions now: <b>{ $live }</b>
    Trials among them: { $trials }
    Ended: { $ended }
statistics-payments =
    💳 Payments: <b>{ $payments }</b>
    Paid invoices: { $paid }
    Unpaid or cancelled: { $unpaid }
analytics-title = 💰 <b>Analytics</b>
analytics-totals =
    Revenue: <b>{ $revenue }</b>
    Paying customers: { $payers }
    ARPU: { $arpu }
    Average LTV: { $ltv }
analytics-months = <b>{ $before } → { $now }</b>
analytics-line = { $what }: { $before } → { $now } ({ $change })
analytics-month-revenue = Revenue
analytics-month-payments = Payments
analytics-month-customers = New customers
analytics-month-subscriptions = New subscriptions
analytics-note = Revenue is money from outside less refunds. Purchases from the balance are not counted again. ARPU is revenue for each paying customer, LTV the same less referral rewards.
metrics-title = ⏱ <b>Metrics</b>
metrics-text =
    From payment to access: { $wait } — in 30 days
    Invoices paid: { $paid } — in 30 days
    Subscription time per customer: { $lifetime } days
    Renewals per customer: { $renewals }
metrics-seconds = { $count } s
metrics-minutes = { $count } min
audit-title-all = 📜 <b>Audit log</b>, newest first, UTC
audit-title-team = 📜 <b>Audit log of the team</b>, newest first, UTC
audit-none = 📜 No entries.
audit-line = <b>{ $at }</b> { $action } · { $actor }
audit-target = → { $target }
audit-details = <i>{ $details }</i>
button-audit-all = 👥 Show everybody
button-audit-team = 🛠 Only the team
waiting-title = 🚧 <b>Paid for and not working yet: { $count }</b> — page { $page } of { $pages }
waiting-none = ✅ Everybody who has paid is connected.
waiting-line = <code>{ $customer }</code> { $name }: since { $since } UTC, attempts { $attempts }
button-waiting-retry = 🔁 { $customer }
button-waiting-retry-all = 🔁 Try all again
waiting-retried = Trying again
waiting-over = Not waiting any more
waiting-off = Giving access is switched off
button-admin-nodes = 🖥 Nodes
nodes-title = 🖥 <b>Nodes</b> — page { $page } of { $pages }
nodes-none = 🖥 No nodes yet: atlas node add adds them.
node-active = in use
node-draining = no new customers
node-disabled = switched off
node-removed = removed
node-health-healthy = in touch
node-health-down = does not answer
node-health-dead = lost, its customers were moved
node-health-unchecked = not checked yet
node-card =
    🖥 <b>{ $name }</b> · { $location }

    Mode: { $state }
    Contact: { $health }
    Checked: { $checked }
    Last in step: { $inStep }
    Customers: { $customers } of { $capacity }
    Core: { $core }
node-down-since = No answer since { $at } UTC
node-problem = ⚠️ Its new configuration was not taken: { $problem }
button-node-active = 🟢 Enable
button-node-draining = 🚰 Drain
button-node-disabled = ⛔️ Disable
button-node-check = 🔍 Check now
button-nodes-check = 🔍 Check all
node-ask-active = Let customers onto <b>{ $name }</b> again?
node-ask-draining = Give <b>{ $name }</b> no new customers? Those who are there ({ $customers }) get another server besides, and this one goes on.
node-ask-disabled = Disable <b>{ $name }</b>? It forgets everybody who is there at once: { $customers }.
node-stranded = ⚠️ Left without any server: { $stranded }
node-unknown = There is no such node
node-check-asked = The check has begun: tap “Refresh” in a few seconds
fleet-check-asked = Checking nodes: { $nodes }. A message will say what came of it
fleet-checked = 🔍 All nodes are checked: { $nodes }. In step: { $inStep }, customers on them: { $customers }.
fleet-others = Not in step, or no answer: { $names }
button-task = 📋 Open the task
button-task-number = 📋 Task { $number }
button-task-assign = 👤 Give to a customer
button-task-resolve = ✅ Close the task
task-since = Open since { $at } UTC
task-is-done = ✅ This task is done
task-money = Amount: <b>{ $amount }</b>
    Payer's Telegram ID: { $payer }
task-ask-text = Say what was done: it goes into the audit log.
task-ask-customer = Whose money is it? Send the customer's ID or @username, or the ID of a payment or invoice.
task-ask-reason = Why this customer? A few words: they go into the audit log.
task-bad-text = That takes a text of at most { $most } characters.
task-close-ask =
    Close the task with these words?

    <i>{ $text }</i>
task-give-ask =
    Give <b>{ $amount }</b> to <code>{ $customer }</code> { $name }?

    Balance: { $before } → { $after }
    Reason: <i>{ $reason }</i>

    The customer will be told.
task-unknown = There is no such task
task-lost = This is out of date — please begin again
task-money-waits = This is money: give it to its customer or back
task-refunded = This money is given back, or is about to be
task-no-amount = This payment has no value in roubles: it can only be given back
task-amount-changed = The amount is another one by now — please begin again
button-reconciliation = 🧾 Reconciliation
button-reconcile = 🧾 Check now
reconciliation-title = 🧾 <b>Payment services' books and ours</b>
reconciliation-none = No payment service is connected.
reconciliation-never = <b>{ $provider }</b>: never checked
reconciliation-line =
    <b>{ $provider }</b>: { $at } UTC
    Records: { $listed }, credited then: { $settled }, differences: { $findings }
reconciliation-asked = The check has begun: tap “Refresh” in a minute
button-settings = ⚙️ Settings
settings-title =
    ⚙️ <b>Settings</b>

    Language: { $language }
button-vip = 👑 VIP
vip-text =
    👑 <b>VIP</b>

    • { $percent }% off every plan and period
    • a manager of your own and help without a queue
    • setup on all your devices

    { $month } a month or { $halfYear } for half a year. A manager switches it on — write to them.
vip-active = ✅ You are VIP: the discount is in the prices already.
button-manager = 💬 Write to the manager
button-corporate = 🏢 For companies
corporate-text =
    🏢 <b>For companies</b>

    Access for your people, one invoice and the papers for it. Send a request — a manager will write to you in Telegram.

    We pass on your ID, your username and whether you have a subscription. By tapping the button you agree to that.
button-corporate-send = ✅ Send the request
corporate-sent = ✅ <b>Your request is in</b> — a manager will write to you soon.
task-corporate-request = A request for company access
# Exports
export-customers = Customers
export-subscriptions = Active subscriptions
export-charges = Payments
export-transfers = Ledger
export-audit = Audit log
export-caption = 📄 <b>{ $table }</b>: { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    }
export-part = Part { $part }
button-admin-export = 📤 Export
export-title =
    📤 <b>Export</b>

    Choose a table: the file comes to this chat.
export-asked = The file is being made: it comes to this chat
export-failed = ⚠️ The export “{ $table }” has failed. The server’s log says why; please try again later.
# The incident
incident-banner = ⚠️ { $text }
incident-default = There may be hiccups right now. We are on it — your subscription and money are safe.
button-admin-incident = 🚨 Incident
admin-incident-title = 🚨 <b>Incident</b>
admin-incident-on = 🔴 Everybody sees it, above the main menu and in the service status:
admin-incident-off = ⚪️ Off. Once on, everybody will see:
admin-incident-by = Last changed by <code>{ $actor }</code>, { $at }
button-incident-on = 🔴 Switch on
button-incident-off = ⚪️ Switch off
button-incident-text = ✍️ Change the text
admin-incident-ask =
    What shall customers read? Up to 1000 characters.
    Changed your mind? /cancel
admin-incident-bad = It takes a text of 1 to 1000 characters.
admin-incident-draft = This is what everybody will see:
button-incident-save = ✅ Save and switch on
admin-draft-gone = This form is closed already — here is how things are now
admin-gone = It is not here any more
admin-choose = Please choose with a button below.

# Promo codes
button-admin-promos = 🎟 Promo codes
admin-promos-title = 🎟 <b>Promo codes</b>
admin-promos-none = None yet. Shall we make the first?
admin-promo-line = <code>{ $code }</code> · −{ $percent }% · { $used } of { $max } · { $until }
promo-no-end = no end
promo-state-active = works
promo-state-deactivated = switched off
promo-state-expired = has expired
promo-state-spent = used up
admin-promo-card =
    <code>{ $code }</code> — { $state }

    Discount: <b>{ $percent }%</b>
    Used: { $used } of { $max }
    Held for customers: { $held }
    Over the limit: { $over }
    Ends: { $until }
    Made: { $created }
button-promo-new = ➕ New promo code
button-promo-end = ⏹ Switch off
admin-promo-end-ask = Switch <code>{ $code }</code> off? Nobody new can use it, and it cannot be switched on again. Whoever was shown a price with it pays that price.
admin-promo-ask-code = What shall it be called? 3–32 Latin letters and digits.
admin-promo-ask-percent = How many percent does it take off? 0 to 100.
admin-promo-ask-unit = How long shall it work?
admin-promo-ask-hours = How many hours?
admin-promo-ask-days = How many days?
admin-promo-ask-months = How many months, of 30 days each?
admin-promo-ask-uses = How many people may use it?
button-promo-random = 🎲 Random
button-promo-hours = Hours
button-promo-days = Days
button-promo-months = Months
button-promo-unlimited = No end
button-promo-any-uses = ♾ No limit
admin-promo-bad-code = Only Latin letters and digits, 3 to 32 of them.
admin-promo-code-taken = A code of that name works already.
admin-promo-bad-percent = It takes a whole number from 0 to 100.
admin-promo-bad-time = It takes a whole number from 1, ten years in all at most.
admin-promo-bad-uses = It takes a whole number from 1 to a million.
admin-promo-summary =
    🎟 <code>{ $code }</code>

    Discount: <b>{ $percent }%</b>
    Uses: { $max }
    Ends: { $until }

    Is all of it right?
button-promo-create = ✅ Create

# Broadcasts in the panel
button-broadcasts = 📣 Broadcasts
admin-broadcasts-title = 📣 <b>Broadcasts</b>
admin-broadcasts-none = None yet.
admin-broadcasts-signs = 📝 draft · ▶️ running · ⏸ paused · ✅ done · 🚫 cancelled
button-broadcast-new = ➕ New broadcast
button-broadcast-unsubscribed = 🎯 To who has no subscription
button-broadcast-tests = 📊 A/B tests
button-broadcast-test = 📊 Compare the texts
button-broadcast-start = 🚀 Send
button-broadcast-preview = 👀 Show it again
button-broadcast-open = 📣 To the broadcast
operator-broadcast-previewed = 👀 “{ $title }”: customers will see it as above.
operator-broadcast-previewed-ab = 👀 “{ $title }”: both texts are above, first A, then B.
button-broadcast-pause = ⏸ Pause
button-broadcast-resume = ▶️ Go on
button-broadcast-cancel = 🚫 Cancel the broadcast
button-broadcast-one = One text
button-broadcast-ab = A/B: two texts, half and half
broadcast-state-draft = a draft
broadcast-state-running = running
broadcast-state-paused = paused
broadcast-state-done = done
broadcast-state-cancelled = cancelled
broadcast-kind-info = ℹ️ News
broadcast-kind-maintenance = 🛠 Maintenance
broadcast-kind-security = 🔒 Security
broadcast-kind-promo = 🎁 Offer
broadcast-segment-all = 👥 Everybody
broadcast-segment-active = 🟢 With a subscription
broadcast-segment-no-subscription = 🎯 Without a subscription
admin-broadcast-card =
    <b>{ $title }</b> — { $state }

    Kind: { $kind }
    To: { $segment }
    Made: { $created }
admin-broadcast-reach =
    { $count ->
        [one] It would reach { $count } customer now.
       *[other] It would reach { $count } customers now.
    }
admin-broadcast-preview-comes = The preview is on its way to this chat.
admin-broadcast-previewed = The preview was shown: it can be sent.
admin-broadcast-progress =
    Recipients: { $recipients }
    Sent: { $sent }
    Waiting: { $waiting }
    Not delivered: { $failed }
    Unknown: { $unknown }
    Left out: { $skipped }
admin-broadcast-listing = The recipients are still being listed.
admin-broadcast-left = About { $minutes } min left.
admin-broadcast-start-ask =
    { $count ->
        [one] Send “{ $title }” to { $count } customer?
       *[other] Send “{ $title }” to { $count } customers?
    }
admin-broadcast-cancel-ask = Cancel “{ $title }”? What was sent stays with customers, and it cannot go on later.
admin-broadcast-not-now = Not possible now — here is how things are
admin-broadcast-not-previewed = The preview comes first, in a few seconds. If it does not, press “Show it again”.
admin-broadcast-not-taken = Telegram does not take this text — the reason is below
admin-broadcast-tests-title = 📊 <b>A/B tests</b>
admin-broadcast-tests-none = None yet: choose “A/B” in a new broadcast.
admin-broadcast-test-line =
    <b>{ $title }</b> · { $at }
    A — { $a } ({ $partA }%), B — { $b } ({ $partB }%)
admin-broadcast-test-title = 📊 <b>{ $title }</b>
admin-broadcast-variant =
    <b>Text { $variant }</b> — sent { $sent } ({ $part }%)
    Recipients: { $recipients }, not delivered: { $failed }, unknown: { $unknown }
admin-broadcast-test-total = Sent in all: { $sent } of { $recipients }.
admin-broadcast-ask-title = What is its title? One line of up to 100 characters; customers see it.
admin-broadcast-ask-ab = One text for everybody, or shall we compare two?
admin-broadcast-ask-text = Send the text, up to 3900 characters. Bold, links and other formatting are kept.
admin-broadcast-ask-text-a = Send text A, up to 3900 characters. Formatting is kept.
admin-broadcast-ask-text-b = Now text B.
admin-broadcast-ask-kind = What kind of message is it? It chooses the sign before the title.
admin-broadcast-ask-segment = Who shall get it? You will see a preview next: nothing is sent yet.
admin-broadcast-bad-title = It takes one line of up to 100 characters.
admin-broadcast-bad-text = It takes a text of up to 3900 characters.
admin-broadcast-bad-text-b = It takes a text of up to 3900 characters that is not the same as A.

# Referrals in the panel
button-admin-referrals = 🤝 Referrals
admin-referrals-totals =
    🤝 <b>Referral programme</b>

    Referrers: { $referrers }
    Invited: { $invited }, paying: { $paying }
    Revenue from the invited: { $revenue }
    Cashback: { $cashback }
    Average per referrer: { $average }
admin-referrals-top = <b>Most revenue</b>
admin-referrals-none = Nobody has invited anybody yet.
admin-referrals-by-revenue = 🤝 <b>By revenue</b>
admin-referrals-by-invited = 🤝 <b>By people invited</b>
admin-referrals-by-cashback = 🤝 <b>By cashback</b>
admin-referrer-line = { $place }. { $name } — { $invited } ({ $paying } paying) · { $revenue } · cashback { $cashback }
button-referral-by-revenue = 💰 By revenue
button-referral-by-invited = 👥 By people invited
button-referral-by-cashback = 🎁 By cashback
button-referral-history = 🧾 Rewards
button-referral-search = 🔎 Find
admin-rewards-title = 🧾 <b>Rewards</b>
admin-rewards-none = No rewards yet.
admin-reward-line = { $at } · <code>{ $referrer }</code> +{ $amount } ({ $percent }%) for { $base } by <code>{ $buyer }</code>
admin-referrer-reward = { $at } · +{ $amount } ({ $percent }%) for { $base } by <code>{ $buyer }</code>
admin-referrer-ask = Send the ID or @username of who you are looking for.
admin-referrer-nobody = This customer has invited nobody yet.
admin-referrer-card =
    🤝 <b>{ $name }</b> · <code>{ $id }</code>

    Level: { $level }, { $percent }%
    Invited: { $invited }, paying: { $paying }
    Revenue: { $revenue }
    Cashback: { $cashback }

# Sample messages
button-admin-samples = 🧪 Sample messages
admin-samples-title =
    🧪 <b>Sample messages</b>

    Press one, and the bot sends it to you as customers see it. Nobody else gets it.
admin-sample-sent = The sample is on its way to you
sample-mark = 🧪 <b>A sample.</b> Amounts, dates and the key are made up.
sample-trial-started = Trial started
sample-payment-new = First purchase
sample-access-ready = Key ready
sample-payment-renewal = Renewal
sample-renewed = Auto-renewal
sample-renewal-short = Balance too low
sample-ends-in-3-days = 3 days left
sample-ends-in-24-hours = A day left
sample-ends-in-6-hours = 6 hours left
sample-ends-in-3-hours = 3 hours left
sample-ended = Subscription ended
sample-trial-first-hours = Trial: 6 hours in
sample-trial-third-day = Trial: 48 hours in
sample-trial-last-hours = Trial: ends soon
sample-trial-ended = Trial ended
sample-wallet-credited = Top-up
sample-wallet-adjusted = Balance corrected
sample-traffic-used-up = Traffic used up
sample-referral-joined = A friend came
sample-referral-trial = A friend tries it
sample-commission-paid = Cashback
sample-withdrawal-approved = Withdrawal approved
sample-withdrawal-rejected = Withdrawal declined
sample-refunded = Refund
# Customers
button-people = 👤 Customers
people-ask = 🔎 Send an ID, a @username, or the number of an invoice or payment.
people-lost = What was begun got lost — please start again.
people-changed = Something has changed meanwhile: look at the card and decide again.
people-no-access = There is no running subscription
person-title =
    👤 <b>{ $name }</b>
    ID: <code>{ $id }</code>
person-since = With us since { $date }, language: { $language }
person-unreachable = 🔕 The bot is blocked: messages do not arrive
person-access-none = Has never had a subscription
person-access-active = ✅ { $plan } until { $until } UTC
person-access-preparing = ⏳ { $plan } until { $until } UTC, the key is being prepared
person-access-ended = ⌛️ { $plan } ended { $until } UTC
person-key =
    🔑 The key is hidden, { $count ->
        [0] never replaced
        [one] replaced once
       *[other] replaced { $count } times
    }
person-key-changing = 🔄 The key is changing: nodes have not confirmed yet
person-renewals = 🔁 Renewals: { $count }
person-vip = 👑 VIP
person-discount = 🏷 { $percent } % off, for good
person-discount-until = 🏷 { $percent } % off until { $until } UTC
person-balance = 💰 Balance: { $amount }
person-debt = ⚠️ Owes: { $amount }
button-other-person = 🔎 Another customer
button-gift = 🎁 Give access
button-revoke = ⛔️ Take access away
button-rekey = 🔑 Replace the key
button-rekey-runs = 🔄 The key is changing…
gift-plan = 🎁 Which plan?
gift-length = 🎁 { $plan }: for how long?
length-m =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
length-h =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
length-d =
    { $count ->
        [365] 1 year
        [one] { $count } day
       *[other] { $count } days
    }
button-gift-m = ✍️ Minutes
button-gift-h = ✍️ Hours
button-gift-d = ✍️ Days
gift-type-m = How many minutes? Send a number.
gift-type-h = How many hours? Send a number.
gift-type-d = How many days? Send a number.
gift-bad-count = A whole number above zero, please, and no longer than ten years.
gift-tell = 🎁 { $plan }, { $length }. Tell the customer?
button-tell = 🔔 Tell
button-tell-not = 🔕 Do not tell
gift-ask =
    🎁 <b>{ $plan }, { $length }</b>

    Now until: { $before }
    Then until: { $after } UTC
gift-no-end = no subscription
gift-told = 🔔 The customer gets a message.
gift-told-not = 🔕 The customer is not told.
revoke-tell = ⛔️ Take access away. Tell the customer?
revoke-ask =
    ⛔️ <b>Take { $plan } away?</b>

    Now until: { $before }
    Ends: at once
rekey-ask = 🔑 Replace the key made { $issued } UTC? The old one stops as soon as the nodes know the new one, and the customer is told.
rekey-runs = The key is changing already: nodes have not confirmed the new one
notice-access-granted =
    🎁 <b>We have given you access</b>

    { $plan } works until { $until } UTC.
notice-access-revoked =
    ⛔️ <b>We have ended your subscription</b>

    If this is a surprise, write to us and we will sort it out.
notice-key-reissued =
    🔑 <b>We have replaced your key</b>

    The old one no longer works. An app that follows your link updates by itself; if you added the key by hand, put this one in:
person-history = 🧾 <b>History of <code>{ $id }</code></b>, page { $page }
person-grant = { $what }, { $plan } until { $until }
person-act-access-revoked = ⛔️ access taken away
person-act-access-adopted = access came from the earlier bot
person-act-credential-reissued = 🔑 key replaced
person-act-discount-granted = 🏷 discount given
person-act-discount-ended = 🏷 discount ended
person-line = { $what }: { $amount }
person-note = “{ $note }”
person-line-charge-received = 💰 payment
person-line-purchase = 🛒 purchase
person-line-commission-paid = 🎁 reward
person-line-commission-clawed = 🎁 reward taken back
person-line-refund-clawed = ↩️ money given back
person-line-withdrawal-held = 💸 withdrawal asked for
person-line-withdrawal-returned = 💸 withdrawal declined
person-line-adjustment = ✏️ correction of the balance
person-line-receivable-collected = towards what was owed
people-done-before = This is done already
button-discount = 🏷 Give a discount
button-discount-end = 🏷 End the discount
button-vip-give = 👑 Give VIP
button-vip-take = 👑 Take VIP away
button-type = ✍️ Type it
button-wallet-in = ➕ Add money
button-wallet-out = ➖ Take money
discount-percent = 🏷 How much off?
discount-type = How many percent? Send a number from 1 to 99.
discount-bad-percent = A whole number from 1 to 99, please.
discount-days = 🏷 { $percent } % off: for how long?
discount-type-days = For how many days? Send a number; 0 is for good.
discount-bad-days = A whole number of days, ten years at most; 0 is for good.
discount-for-good = For good
discount-ask = 🏷 Give { $percent } % off, for: { $days }?
discount-exists = There is a discount already: end it first
discount-end-ask = 🏷 End the discount of { $percent } %?
wallet-amount-in = ➕ How much to add? The balance is { $balance }. Send an amount in roubles.
wallet-amount-out = ➖ How much to take? The balance is { $balance }. Send an amount in roubles.
wallet-bad-amount = An amount above zero and up to a million, please, such as 150 or 99.50.
wallet-holds-less = The balance is less than that.
wallet-reason-in = What are we adding { $amount } for? The customer will see these words.
wallet-reason-out = What are we taking { $amount } for? The customer will see these words.
wallet-bad-reason = A reason is needed, no longer than { $max } characters.
wallet-ask-in = ➕ <b>Add { $amount } to customer { $id }?</b>
wallet-ask-out = ➖ <b>Take { $amount } from customer { $id }?</b>
wallet-ask-balance = Balance: { $before } → { $after }
wallet-ask-debt = First towards what is owed: { $amount }
wallet-ask-reason = Reason: { $reason }
button-keys = 🔑 Keys
keys-title = 🔑 <b>Keys</b>
keys-never = Keys have never been replaced for everybody.
keys-running = 🔄 Being replaced for everybody since { $started } UTC
keys-cancelled = ⏹ Last begun { $started } UTC, and stopped
keys-done = ✅ Last replaced for everybody { $started } UTC
keys-listing = The list is still being made.
keys-counts =
    In all: { $total }
    Done: { $done }
    Skipped: { $skipped }
    Failed: { $failed }
    Left: { $left }
keys-time-left =
    { $minutes ->
        [one] About { $minutes } minute to go
       *[other] About { $minutes } minutes to go
    }
keys-as-of = As of { $at } UTC
button-rekey-one = 🔎 For one customer
button-rekey-all = 🔁 For everybody
button-rekey-stop = ⏹ Stop
button-rekey-all-yes = 🔁 Yes, replace them all
button-continue = Continue
keys-ask =
    🔁 <b>Replace everybody's key?</b>

    { $count ->
        [one] { $count } customer with a running subscription gets a new one.
       *[other] { $count } customers with a running subscription get a new one.
    }
    Each of them gets a message. The old key stops as soon as the nodes know the new one.
keys-ask-again = Whoever added the key by hand has no VPN until they put the new one in. Replace them all, really?
keys-old-question = This question is old: look again how many customers it is
keys-runs = Keys are being replaced already
keys-stop-ask = Stop? Whoever has a new key already keeps it.
keys-report-done = ✅ <b>Everybody's key has been replaced</b>
keys-report-cancelled = ⏹ <b>Replacing keys was stopped</b>
keys-failed = Failed for: { $ids }
