language-name = العربية
language-switch = لغة الصفحة

state-active = نشط
state-ended = منتهٍ
state-suspended = متوقف مؤقتًا
subscription = اشتراكك
days-left = { $days ->
    [zero] لم يتبقَّ أي يوم
    [one] تبقّى يوم واحد
    [two] تبقّى يومان
    [few] تبقّت { $days } أيام
    [many] تبقّى { $days } يومًا
   *[other] تبقّى { $days } يوم
}
until-active = صالح حتى { $until }
until-ended = انتهى في { $until }
ended-title = انتهى اشتراكك
ended-text = جدّده في البوت، وسيعمل هذا الرابط نفسه من جديد دون أي تغيير في التطبيق.
suspended-title = نفدت كمية البيانات
suspended-text = سيعود الاتصال تلقائيًا عندما يتجدد الحد أو يرفعه الدعم، دون أي تغيير في التطبيق.
open-bot = افتح البوت

traffic = البيانات
traffic-used = المستخدَم { $used }
traffic-left = المتبقي { $left } من { $limit }
traffic-unlimited = بلا حدود
locations = الدول

connect = صِل جهازك
other-devices = أجهزة أخرى
platform-ios = ‏iPhone وiPad
platform-android = Android
platform-windows = Windows
platform-macos = Mac
platform-linux = Linux
step-install = ثبّت تطبيقًا
step-install-text = أي تطبيق من هذه مناسب. إن لم تكن متأكدًا فاختر الأول.
step-import = أضف الاشتراك
step-import-text = اضغط اسم تطبيقك: سيُفتح ويضيف الاشتراك تلقائيًا.
step-switch-on = شغّل الاتصال
switch-on-ios = اضغط الزر الكبير في التطبيق واسمح بإضافة إعدادات VPN.
switch-on-android = اضغط الزر الكبير في التطبيق ووافق على طلب الاتصال.
switch-on-windows = اضغط زر التشغيل. ليعمل الاتصال في كل البرامج، شغّل التطبيق بصلاحيات المسؤول وفعّل وضع TUN.
switch-on-macos = اضغط زر التشغيل واسمح بامتداد الشبكة إن طلب النظام ذلك.
switch-on-linux = اضغط زر التشغيل. في وضع TUN يطلب النظام كلمة مرور المسؤول.
add-to = أضف إلى { $app }
get-app = احصل على { $app }: { $store }

link = رابط الاشتراك
link-text = إن لم تعمل الأزرار، فانسخ الرابط وأضفه في التطبيق كاشتراك.
copy = انسخ الرابط
copied = نُسخ الرابط
copy-by-hand = الرابط محدد، انسخه يدويًا
qr = رمز QR للاشتراك
qr-text = لوصل جهاز آخر، وجّه كاميرته نحو الرمز.

help = إذا لم يعمل الاتصال
help-refresh = لا تظهر الخوادم أو توقفت عن الاستجابة
help-refresh-text = حدّث الاشتراك في التطبيق (غالبًا سهم دائري) واختر خادمًا آخر.
help-time = الاتصال مفعّل لكن الصفحات لا تُفتح
help-time-text = تأكد من ضبط التاريخ والوقت تلقائيًا على الجهاز: لا يمكن إنشاء اتصال آمن بساعة خاطئة.
help-other = كان يعمل ثم توقف
help-other-text = أوقف أي VPN أو وكيل أو مانع إعلانات آخر، ثم أوقف الاتصال وشغّله من جديد.
help-button = الزر لا يفتح شيئًا
help-button-text = ثبّت التطبيق أولًا. إن كانت الصفحة مفتوحة داخل تطبيق مراسلة، فافتحها في متصفح عادي أو انسخ الرابط.
support = راسل الدعم
keep-secret = لا تشارك هذه الصفحة: كل من يعرف الرابط يستطيع الاتصال. يمكنك استبداله في البوت من ملفك الشخصي.

gone = هذا الرابط لا يعمل
gone-text = ربما استُبدل برابط جديد. افتح البوت وخذ الرابط من ملفك الشخصي.
