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
method-title =
    The <b>{ $plan }</b> plan, { $period }

    To pay: <b>{ $price }</b>
    Balance: { $balance }

    How would you like to pay?
button-pay-wallet = 👛 From balance ({ $balance })
button-pay-crypto = 💎 With crypto
quote-refreshed = The price was refreshed — please check and confirm
wallet-short =
    Your balance is short of <b>{ $shortage }</b>.

    Price: { $price }
    Balance: { $balance }
purchase-done =
    ✅ <b>Paid</b>

    Access until <b>{ $until }</b>
    Left on the balance: { $balance }
purchase-key-follows = 🔑 Your key comes in the next message.

invoice-title =
    <b>Invoice for { $price }</b>
    { $what }

    Tap “Pay”, choose a coin and confirm the transfer. We will write as soon as it arrives — nothing else to press.

    The invoice is valid for { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }.
invoice-what-purchase = The { $plan } plan, { $period }
invoice-what-top-up = Balance top-up
invoice-description-purchase = Atlas Secure: { $plan }, { $period }
invoice-description-top-up = Atlas Secure: balance top-up
button-pay-now = 💎 Pay { $price }
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
profile-preparing = ⏳ Paid until <b>{ $until }</b>. Your key is being prepared — it takes a few seconds.
profile-active = ✅ The subscription is active until <b>{ $until }</b>
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
notice-wallet-credited =
    💰 <b>Balance topped up by { $price }</b>

    It now holds { $balance }
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
unknown-text = I understand buttons and commands. The button below opens the main menu.

command-start = Main menu
command-profile = Profile and key
command-buy = Buy or renew
command-instruction = How to connect
command-help = Support
command-info = About
command-language = Language
