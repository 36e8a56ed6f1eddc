language-name = English
language-switch = Language of this page

state-active = Active
state-ended = Ended
state-suspended = Suspended
subscription = Your subscription
days-left = { $days ->
    [one] { $days } day left
   *[other] { $days } days left
}
until-active = Active until { $until }
until-ended = Ended on { $until }
ended-title = Your subscription has ended
ended-text = Renew it in the bot: this same link will work again, and there is nothing to change in the app.
suspended-title = Your traffic is used up
suspended-text = The connection goes on by itself when the limit starts anew or support raises it. There is nothing to change in the app.
open-bot = Open the bot

traffic = Traffic
traffic-used = { $used } used
traffic-left = { $left } of { $limit } left
traffic-unlimited = Unlimited
locations = Countries

connect = Connect a device
other-devices = Other devices
platform-ios = iPhone and iPad
platform-android = Android
platform-windows = Windows
platform-macos = Mac
platform-linux = Linux
step-install = Install an app
step-install-text = Any of these will do. If you are not sure, take the first one.
step-import = Add the subscription
step-import-text = Tap the name of your app: it opens and adds the subscription by itself.
step-switch-on = Switch the connection on
switch-on-ios = Tap the large button in the app and allow it to add a VPN configuration.
switch-on-android = Tap the large button in the app and accept the connection request.
switch-on-windows = Click the power button. For the connection to work in every program, run the app as administrator and turn on TUN mode.
switch-on-macos = Click the power button and allow the network extension if the system asks.
switch-on-linux = Click the power button. For TUN mode the system asks for the administrator’s password.
add-to = Add to { $app }
get-app = Get { $app }: { $store }

link = Subscription link
link-text = If the buttons do not work, copy the link and add it in the app as a subscription.
copy = Copy the link
copied = Link copied
copy-by-hand = The link is selected: copy it by hand
qr = QR code of the subscription
qr-text = To connect another device, point its camera at the code.

help = If it does not connect
help-refresh = No servers appear, or they have stopped answering
help-refresh-text = Refresh the subscription in the app (usually a round arrow) and choose another server.
help-time = The connection is on, but no page opens
help-time-text = Check that date and time on the device are set automatically: with a wrong clock no secure connection can be made.
help-other = It used to work and does not any more
help-other-text = Turn off other VPNs, proxies and ad blockers, then switch the connection off and on again.
help-button = A button opens nothing
help-button-text = Install the app first. If this page is open inside a messenger, open it in an ordinary browser or copy the link.
support = Write to support
keep-secret = Keep this page to yourself: anyone who knows the link can connect. You can replace it in the bot, in your profile.

gone = This link does not work
gone-text = It may have been replaced. Open the bot and take the link from your profile.
