language-name = 🇸🇦 العربية
language-prompt = اختر اللغة
language-saved = تم حفظ اللغة

menu-welcome =
    👋 أهلًا <b>{ $name }</b>، معك <b>Atlas Secure</b>، خدمة VPN سريعة وموثوقة.

    اختر الباقة وادفع ببضع لمسات، واتصل خلال ثوانٍ.
menu-active =
    👋 أهلًا <b>{ $name }</b>، أنت في حماية <b>Atlas Secure</b>.

    ✅ اشتراكك فعّال حتى <b>{ $until }</b>
button-buy = 🛒 شراء اشتراك
button-renew = 🔄 تجديد الاشتراك
button-profile = 👤 الملف الشخصي
button-top-up = 💳 شحن الرصيد
button-instruction = 📲 كيفية الاتصال
button-help = 💬 الدعم
button-info = ℹ️ عن الخدمة
button-language = 🌐 اللغة
button-back = ⬅️ رجوع
button-menu = 🏠 القائمة الرئيسية
button-plans = 🛒 الباقات
button-referrals = 🎁 دعوة الأصدقاء
button-promo = 🎟 إدخال رمز ترويجي
button-withdraw = 💸 سحب الأموال
button-retry = 🔁 المحاولة مجددًا

plan-basic = Basic
plan-plus = Plus
plans-title =
    <b>اختر الباقة</b>

    🔹 باقة <b>Basic</b> — للاستخدام اليومي: المواقع والمراسلة والفيديو.

    🔸 باقة <b>Plus</b> — خادم بأولوية وسرعة ثابتة.

    مفتاح واحد لكل شخص، وحتى 5 أجهزة.
plan-button = باقة { $plan } — من { $price }
period-title =
    باقة <b>{ $plan }</b>

    ما المدة التي تناسبك؟
period-months = { $months ->
        [zero] { $months } شهر
        [one] شهر واحد
        [two] شهران
        [few] { $months } أشهر
        [many] { $months } شهرًا
       *[other] { $months } شهر
    }
period-button = { $period } — { $price }
discount-promo = 🎟 الرمز الترويجي <b>{ $code }</b>: خصم { $percent }%
discount-promo-nameless = 🎟 خصم الرمز الترويجي: { $percent }%
discount-vip = 👑 خصم VIP:‏ { $percent }%
discount-personal = 🤝 خصمك الخاص: { $percent }%
promo-gone = لم يعد هذا الرمز الترويجي متاحًا، لذا حُسب السعر من دونه.
promo-ask =
    🎟 <b>الرمز الترويجي</b>

    أرسل الرمز في رسالة وسترى الأسعار بعد الخصم فورًا.
promo-ask-again =
    🎟 الرمز المطبَّق الآن <b>{ $code }</b>: خصم { $percent }%.

    أرسل رمزًا آخر ليحلّ محلّه، أو عُد إلى الباقات.
promo-bad =
    هذا الرمز غير صالح: ربما كُتب خطأً، أو انتهت صلاحيته، أو سبق أن استخدمته.

    أرسل رمزًا آخر أو عُد إلى الباقات.
promo-applied = ✅ تم قبول الرمز <b>{ $code }</b>: خصم { $percent }%. يسري 5 دقائق، فاختر باقتك الآن.
method-head = باقة <b>{ $plan }</b>‏، { $period }
method-price = المبلغ المطلوب: <b>{ $price }</b>
method-price-reduced = المبلغ المطلوب: <b>{ $price }</b> بدلًا من <s>{ $listPrice }</s>
method-balance = رصيدك: { $balance }
method-ask = كيف تودّ أن تدفع؟
button-pay-wallet = 👛 من الرصيد ({ $balance })
button-pay-card = 💳 ببطاقة بنكية
button-pay-yookassa = 🏦 عبر YooKassa: بطاقة أو SBP
button-pay-crypto = 💎 بالعملات الرقمية
button-pay-stars = ⭐️ بنجوم Telegram
button-pay-free = 🎁 احصل عليه مجانًا
below-minimum = أقل مبلغ لطريقة الدفع هذه { $minimum }. اختر طريقة أخرى.
quote-refreshed = تم تحديث السعر، راجعه ثم أكّد
wallet-short =
    ينقصك <b>{ $shortage }</b> في الرصيد.

    السعر: { $price }
    الرصيد: { $balance }
purchase-done =
    ✅ <b>تم الدفع</b>

    اشتراكك فعّال حتى <b>{ $until }</b>
    الرصيد المتبقي: { $balance }
purchase-free-done =
    🎁 <b>تم، ولا داعي للدفع</b>

    اشتراكك فعّال حتى <b>{ $until }</b>
purchase-key-follows = 🔑 سيصلك المفتاح في الرسالة التالية.

invoice-title =
    <b>فاتورة بمبلغ { $price }</b>
    { $what }
invoice-how-crypto = اضغط «ادفع»، واختر العملة، وأكّد التحويل. سنراسلك فور وصوله، ولا داعي للضغط على أي شيء آخر.
invoice-how-yookassa = اضغط «ادفع» لتُفتح صفحة YooKassa، وفيها يمكنك الدفع بالبطاقة أو عبر SBP أو من محفظة. سنراسلك فور وصول المبلغ.
invoice-how-card = الفاتورة في الرسالة أدناه: اضغط فيها «ادفع» وأدخل بيانات بطاقتك. سنراسلك فور إتمام الدفع.
invoice-how-stars = فاتورة بقيمة { $stars ->
        [zero] { $stars } نجمة
        [one] نجمة واحدة
        [two] نجمتين
        [few] { $stars } نجوم
        [many] { $stars } نجمة
       *[other] { $stars } نجمة
    } في الرسالة أدناه: اضغط فيها «ادفع». سنراسلك فور إتمام الدفع.
invoice-left =
    الفاتورة صالحة لمدة { $minutes ->
        [zero] أقل من دقيقة
        [one] دقيقة واحدة
        [two] دقيقتين
        [few] { $minutes } دقائق
        [many] { $minutes } دقيقة
       *[other] { $minutes } دقيقة
    }.
invoice-what-purchase = باقة { $plan }‏، { $period }
invoice-what-top-up = شحن الرصيد
invoice-description-purchase = اشتراك Atlas Secure:‏ { $plan }‏، { $period }
invoice-description-top-up = شحن رصيد Atlas Secure
button-pay-now = 💳 ادفع { $price }
button-check-payment = 🔎 التحقق من الدفع
button-cancel-invoice = ✖️ إلغاء الفاتورة
invoice-not-paid-yet = لم يصل الدفع بعد. يستغرق ذلك عادةً دقيقة على الأكثر.
invoice-already-paid = تم استلام الدفع ✅
invoice-cancelled = أُلغيت الفاتورة. إن كنت قد دفعتها فعلًا فلن يضيع مالك.
invoice-gone = هذه الفاتورة مغلقة
provider-away =
    خدمة الدفع لا تستجيب الآن. لم يُخصم أي مبلغ.

    حاول مجددًا بعد دقيقة أو اختر طريقة أخرى.

top-up-title =
    <b>شحن الرصيد</b>
    رصيدك الآن: { $balance }

    اختر المبلغ
button-top-up-custom = ✍️ مبلغ آخر
top-up-ask = اكتب المبلغ بالروبل، من 100 إلى 100,000
top-up-bad-amount = اكتب عددًا صحيحًا بالروبل من 100 إلى 100,000. مثلًا: 500
top-up-method-title =
    شحن الرصيد بمبلغ <b>{ $price }</b>

    اختر طريقة الدفع

profile-title =
    👤 <b>{ $name }</b>
    المعرّف: <code>{ $id }</code>

    👛 الرصيد: <b>{ $balance }</b>
profile-none = 🔒 لا يوجد اشتراك بعد
profile-ended = ⌛️ انتهى الاشتراك في { $until }
profile-preparing = ⏳ مدفوع حتى <b>{ $until }</b>. نجهّز مفتاحك، والأمر لا يستغرق سوى ثوانٍ.
profile-active = ✅ الاشتراك فعّال حتى <b>{ $until }</b>
button-key = 🔑 عرض المفتاح
button-qr = 📷 رمز QR
key-message = 🔑 مفتاحك — اضغط لنسخه:
key-sent = أُرسل المفتاح في رسالة
key-none = لا يوجد اشتراك فعّال بعد
key-preparing = المفتاح قيد التجهيز، وسنرسله إلى هنا
qr-caption = امسح الرمز من داخل التطبيق

notice-payment-new =
    ✅ <b>وصلتنا دفعتك: { $price }</b>

    اشتراكك فعّال حتى <b>{ $until }</b>. سيصلك المفتاح في الرسالة التالية.
notice-payment-renewal =
    ✅ <b>وصلتنا دفعتك: { $price }</b>

    تم تجديد الاشتراك حتى <b>{ $until }</b>. مفتاحك لم يتغير.
notice-payment-late = كانت الفاتورة قد أُغلقت، لكننا قبلنا الدفعة.
notice-payment-excess = دفعت أكثر من مبلغ الفاتورة: بقي الفارق { $excess } في رصيدك.
notice-wallet-credited =
    💰 <b>تم شحن رصيدك بمبلغ { $price }</b>

    رصيدك الآن { $balance }
notice-already-paid =
    💰 <b>وصلنا مبلغ { $price } وأضفناه إلى رصيدك</b>

    كانت هذه الفاتورة مدفوعة من قبل، فبقي المال لك. رصيدك الآن { $balance }
notice-underpaid =
    💰 <b>وصلنا مبلغ { $price } — أقل من مبلغ الفاتورة</b>

    لم يضِع المال: أضفناه إلى رصيدك، وهو الآن { $balance }
notice-commission =
    🎁 <b>ربحت { $amount }</b>

    اشترى صديقك اشتراكًا أو شحن رصيده، وهذه نسبة { $percent }% من المبلغ. المال في رصيدك الآن.

    مستواك: { $level }
notice-referral-joined =
    👋 <b>انضم صديق جديد عبر رابطك</b>

    ستحصل على نسبة من كل دفعة يدفعها.
notice-withdrawal-approved =
    ✅ <b>تمت الموافقة على سحب { $amount }</b>

    سيصلك المال خلال 3 أيام عمل.
notice-withdrawal-rejected =
    ↩️ <b>رُفض سحب { $amount }</b>

    عاد المال إلى رصيدك.
notice-withdrawal-reason = السبب: { $reason }
notice-withdrawal-contact = إن كان لديك أي سؤال فراسل الدعم.
notice-refunded = ↩️ <b>أُعيد مبلغ الدفعة: { $amount }</b>
notice-refunded-wallet = خُصم من رصيدك { $amount }.
notice-refunded-debt = وسنخصم أيضًا { $amount } مما سيصل إلى رصيدك لاحقًا.
notice-refunded-shortened = أصبح اشتراكك فعّالًا حتى <b>{ $until }</b>.
notice-refunded-over = انتهى الاشتراك المدفوع بهذه الدفعة.
notice-refunded-kept = مدة اشتراكك لم تتغير.
notice-adjusted-up =
    💰 <b>أُضيف إلى رصيدك { $amount }</b>

    السبب: { $reason }
    رصيدك الآن { $balance }
notice-adjusted-down =
    💰 <b>خُصم من رصيدك { $amount }</b>

    السبب: { $reason }
    رصيدك الآن { $balance }
notice-traffic-used-up =
    📶 <b>نفدت بياناتك: { $limit } غيغابايت</b>

    توقف الاتصال مؤقتًا، ومفتاحك لم يتغير.
notice-traffic-resets = سيعود للعمل تلقائيًا في { $date }.
notice-traffic-support = للحصول على المزيد راسل الدعم.
notice-access-ready =
    🎉 <b>اشتراكك جاهز</b> — حتى { $until }

    🔑 مفتاحك، اضغط لنسخه:

instruction-text =
    📲 <b>كيفية الاتصال</b>

    1. ثبّت تطبيق <b>v2RayTun</b> على جهازك.
    2. افتح ملفك الشخصي في هذا البوت وانسخ المفتاح.
    3. في التطبيق اضغط «+» واختر «استيراد من الحافظة».
    4. شغّل الاتصال.

    لا يعمل الاتصال؟ حدّث التطبيق، وتأكد من تاريخ الجهاز ووقته، ثم راسلنا.
button-ios = 🍏 أجهزة iPhone وiPad
button-android = 🤖 أجهزة Android
button-desktop = 💻 الكمبيوتر
help-text =
    💬 <b>الدعم</b>

    أخبرنا بما حدث وسنساعدك.
button-help-contact = مراسلة الدعم
info-text =
    ℹ️ <b>عن Atlas Secure</b>

    خدمة VPN ببروتوكول VLESS. لا نحتفظ بسجلات تصفحك، ويمكن التحقق من كل دفعة لك في دفتر حساباتنا.

error-try-later = حدث خطأ ما، ونحن على علم به. حاول بعد قليل.
error-stale = هذا الزر قديم، وإليك الشاشة المحدَّثة
too-often =
    محاولات كثيرة. حاول مجددًا بعد { $seconds ->
        [zero] لحظة
        [one] ثانية واحدة
        [two] ثانيتين
        [few] { $seconds } ثوانٍ
        [many] { $seconds } ثانية
       *[other] { $seconds } ثانية
    }.
payments-off = ⏸ الدفع متوقف لوقت قصير. رصيدك في أمان، وما دفعته بالفعل سيُحتسب لك. حاول بعد قليل.
unknown-text = أفهم الأزرار والأوامر. افتح القائمة الرئيسية بالزر أدناه.

command-start = القائمة الرئيسية
command-profile = الملف الشخصي والمفتاح
command-buy = شراء أو تجديد
command-referral = دعوة الأصدقاء
command-instruction = كيفية الاتصال
command-help = الدعم
command-info = عن الخدمة
command-language = اللغة

referral-title =
    🎁 <b>ادعُ أصدقاءك واحصل على { $percent }% من كل دفعة لهم</b>

    رابطك:
    <code>{ $link }</code>

    المستوى: <b>{ $level }</b>
    فتحوا الرابط: { $invited }
    يدفعون منهم: { $paying }
    أرباحك: <b>{ $earned }</b>
referral-to-next = { $missing ->
        [zero] وصلت إلى المستوى التالي
        [one] يفصلك عن المستوى التالي صديق واحد يدفع
        [two] يفصلك عن المستوى التالي صديقان يدفعان
        [few] يفصلك عن المستوى التالي { $missing } أصدقاء يدفعون
        [many] يفصلك عن المستوى التالي { $missing } صديقًا يدفعون
       *[other] يفصلك عن المستوى التالي { $missing } صديق يدفعون
    }
referral-highest = هذا أعلى مستوى 🏆
referral-level-silver = Silver Access
referral-level-gold = Gold Access
referral-level-platinum = Platinum Access
button-share = 📤 مشاركة الرابط
referral-share-text = خدمة VPN سريعة وموثوقة — Atlas Secure

withdrawal-ask =
    💸 <b>سحب الأموال</b>

    رصيدك { $balance }. اكتب المبلغ: لا يقل عن { $minimum } ولا يزيد على رصيدك.
withdrawal-too-little = الحد الأدنى للسحب { $minimum }. رصيدك الآن { $balance }.
withdrawal-waits =
    يمكنك الآن سحب { $amount }: تصبح مكافأة الصديق متاحة للسحب بعد { $days ->
        [zero] أقل من يوم
        [one] يوم واحد
        [two] يومين
        [few] { $days } أيام
        [many] { $days } يومًا
       *[other] { $days } يوم
    } من دفعته. ويمكنك إنفاقها على الاشتراك فورًا.
withdrawal-bad-amount = لم نتمكن من قراءة المبلغ. اكتبه رقمًا، مثلًا: 1500 أو 1500.50
withdrawal-below-minimum = هذا أقل من الحد الأدنى: يمكنك السحب ابتداءً من { $minimum }. اكتب مبلغًا آخر.
withdrawal-above-balance = رصيدك { $balance } فقط. اكتب مبلغًا أقل.
withdrawal-ask-details =
    سنسحب <b>{ $amount }</b>.

    إلى أين نحوّل المبلغ؟ اكتب في رسالة واحدة رقم البطاقة أو رقم هاتف SBP، والبنك، واسم المستلم.
withdrawal-bad-details = المطلوب من 5 إلى 500 حرف: رقم البطاقة أو الهاتف، والبنك، واسم المستلم.
withdrawal-confirm =
    💸 <b>راجع طلبك</b>

    المبلغ: <b>{ $amount }</b>
    إلى: <code>{ $preview }</code>

    بعد التأكيد نحجز هذا المبلغ من رصيدك حتى يُبتّ في الطلب، وعادةً خلال يوم.
button-withdraw-send = ✅ تأكيد
button-cancel = ✖️ إلغاء
withdrawal-sent =
    ✅ <b>استلمنا طلب سحب { $amount }</b>

    سنراجعه ونراسلك. الرصيد المتبقي { $balance }.
withdrawal-debt = عليك أولًا تسوية دَين عن دفعة أُعيدت إليك. راسل الدعم وسنساعدك.
withdrawal-short = لم يعد رصيدك كافيًا: فيه الآن { $balance }.
withdrawal-lost = انتهت صلاحية الطلب، ابدأ من جديد من فضلك

admin-title =
    🛠 <b>لوحة المتجر</b>
    دورك: { $role }

    طلبات سحب تنتظر القرار: { $withdrawals }
    المهام المفتوحة: { $tasks }
button-admin = 🛠 إلى البداية
button-admin-withdrawals = 💸 طلبات السحب
button-admin-tasks = 📋 المهام
admin-withdrawals-title = 💸 <b>طلبات سحب تنتظر القرار</b> — صفحة { $page } من { $pages }
admin-withdrawals-none = 💸 لا توجد طلبات سحب تنتظر القرار.
admin-withdrawal-line = { $amount } · { $customer } · { $at }
admin-withdrawal-card =
    💸 <b>سحب { $amount }</b>

    العميل: <code>{ $customer }</code>
    الرصيد المتبقي: { $balance }
    الطلب: <code>{ $id }</code>
admin-withdrawal-approvals = الموافقات: { $given } من { $needed }، كل منها من مشرف مختلف
admin-withdrawal-details = بيانات التحويل: <code>{ $details }</code>
admin-withdrawal-approved = ✅ تمت الموافقة. حوّل المال إلى العميل.
admin-withdrawal-rejected = ↩️ رُفض الطلب وعاد المال إلى رصيد العميل.
admin-withdrawal-reject-ask =
    هل ترفض سحب <b>{ $amount }</b>؟ سيعود المال إلى رصيد العميل وسيرى السبب.
withdrawal-reason-details = بيانات التحويل غير صالحة
withdrawal-reason-check = لم يجتز الطلب المراجعة
withdrawal-reason-asked = بناءً على طلبك
button-reject-details = بيانات التحويل غير صالحة
button-reject-check = لم يجتز المراجعة
button-reject-asked = بطلب من العميل
button-approve = ✅ موافقة
button-reject = ↩️ رفض
button-details = 🔐 بيانات التحويل
button-page-back = ◀️
button-page-on = ▶️
admin-unknown = لا يوجد طلب كهذا
admin-decided = سبق البتّ في هذا الطلب
admin-debt = على العميل دَين للمتجر يُسدَّد أولًا. ارفض الطلب ليُحسب المبلغ من الدَّين.
admin-same = سبق أن وافقت، والمطلوب الآن مشرف آخر
admin-off = إجراءات المشرفين متوقفة
admin-second-needed = سُجّلت موافقتك. نحتاج إلى مشرف آخر
admin-tasks-title = 📋 <b>المهام المفتوحة</b> — صفحة { $page } من { $pages }
admin-tasks-none = 📋 لا توجد مهام مفتوحة.
admin-task =
    📋 <b>{ $what }</b>
    { $details }
    <code>{ $command }</code>
task-suspended-charge = أموال لا صاحب لها
task-refund-declined = المزوّد لم يُعد المال
task-reconciliation = دفاتر المزوّد لا تطابق دفاترنا
task-notice-unreadable = إشعار غير مفهوم من المزوّد
task-ledger = كشف فحص الدفاتر عن خطأ
chain-head =
    🔗 الحلقة <b>{ $sequence }</b>، { $at } UTC
    <code>{ $hash }</code>

    لا تحذف هذه الرسالة: فهي الدليل على أن السجلات لم تُعدَّل لاحقًا.

precheckout-gone = لم تعد هذه الفاتورة صالحة. لم يُخصم أي مبلغ. عُد إلى البوت واختر الباقة من جديد.
precheckout-paid = هذه الفاتورة مدفوعة. لا حاجة إلى الدفع مرة ثانية.
precheckout-stranger = هذه الفاتورة لشخص آخر. افتح البوت واختر باقة لنفسك.
precheckout-changed = تغيّر مبلغ الفاتورة. لم يُخصم أي مبلغ. عُد إلى البوت واختر الباقة من جديد.
precheckout-try-again = لم نتمكن من التحقق من الفاتورة. لم يُخصم أي مبلغ. حاول مجددًا بعد دقيقة.

button-connect = 📲 ربط جهاز
button-new-link = 🔁 رابط جديد
button-new-link-yes = 🔁 استبدال الرابط
new-link-ask =
    🔁 <b>هل تستبدل رابط الاشتراك؟</b>

    سيتوقف الرابط القديم فورًا، وعليك أن تعيد ربط التطبيقات التي تحدّث اشتراكها عبره.
new-link-done = تم استبدال الرابط، والقديم لم يعد يُفتح.

device-limit-announce = بلغت حد الأجهزة. احذف جهازًا من البوت: الملف الشخصي ← الأجهزة، ثم حدّث الاشتراك.
connect-title = 📲 <b>رابط اشتراكك</b> — اضغط لنسخه:
connect-steps =
    1. ثبّت أحد التطبيقات أدناه.
    2. اضغط زرّه وسيُضاف الاشتراك تلقائيًا، أو ألصق الرابط في التطبيق يدويًا.
    3. شغّل الاتصال.
connect-qr-caption = وجّه كاميرا الجهاز الآخر نحو الرمز ليفتح اشتراكك
button-connect-page = 🌐 فتح الصفحة
button-connect-qr = 📷 رمز QR للرابط
button-devices = 📱 الأجهزة
button-devices-clear = 🗑 حذف الكل
devices-title = 📱 <b>الأجهزة: { $count } من { $limit }</b>
devices-title-any = 📱 <b>الأجهزة: { $count }</b>، بلا حدود
devices-empty = لا شيء هنا بعد: يظهر الجهاز بعد أن يحمّل أحد تطبيقاته الاشتراك.
devices-note = حذف الجهاز يُخلي مكانه فورًا، ويمكنه الاتصال مرة أخرى. لا تظهر هنا التطبيقات التي لا تذكر اسم جهازها.
devices-more = …وأجهزة أخرى: { $rest }
devices-removed = تم الحذف
devices-gone = هذا الجهاز لم يعد في القائمة
device-line =
    ‏{ $number }. <b>{ $name }</b>{ $details }
    { $seen }
device-seen = آخر تحديث: { $ago }
device-seen-now = آخر تحديث: خلال الساعة الأخيرة
device-unnamed = بلا اسم
button-new-key = 🔑 مفتاح جديد
button-new-key-yes = 🔑 إصدار مفتاح جديد
new-key-ask =
    🔑 <b>هل تصدر مفتاحًا جديدًا؟</b>

    افعل ذلك إذا وصل مفتاحك إلى شخص آخر. ستأخذ التطبيقات المفتاح الجديد تلقائيًا عند تحديث الاشتراك، ويتوقف القديم خلال ثوانٍ.
new-key-done = تم: المفتاح الجديد على الخوادم الآن. حدّث الاشتراك في تطبيقاتك.
new-key-no-access = لا يوجد اشتراك الآن
new-key-too-often = يمكن إصدار مفتاح جديد ثلاث مرات في اليوم. إن احتجت إلى أكثر فراسل الدعم.
profile-traffic = 📶 البيانات: { $used } غيغابايت
profile-traffic-limit = 📶 البيانات: { $used } من { $limit } غيغابايت
profile-traffic-resets = تتجدد في { $date }
profile-suspended = ⏸ نفدت البيانات، والاتصال متوقف مؤقتًا
button-trial = 🎁 جرّب 3 أيام مجانًا
trial-started =
    🎉 <b>بدأت فترتك التجريبية</b> — حتى { $until } (UTC).

    سيصلك المفتاح في الرسالة التالية.
trial-not-for-you = الفترة التجريبية متاحة مرة واحدة وقبل أول عملية شراء
button-renewal-on = 🔄 تفعيل التجديد التلقائي
button-renewal-off = ⏹ إيقاف التجديد التلقائي
renewal-on = تم تفعيل التجديد التلقائي
renewal-off = تم إيقاف التجديد التلقائي
profile-renews = 🔄 التجديد التلقائي مفعّل: يُخصم المبلغ من الرصيد قبيل انتهاء الاشتراك
profile-renews-not = 🔄 التجديد التلقائي متوقف
just-renewed =
    🔄 تجدّد اشتراكك تلقائيًا قبل قليل حتى <b>{ $until }</b>.

    لا حاجة إلى الدفع مرة ثانية. إن أردت التمديد أكثر فعُد بعد خمس دقائق.
notice-ends = ⏳ <b>اشتراكك فعّال حتى { $until }</b>
notice-left-hours = { $hours ->
        [zero] بقي أقل من ساعة.
        [one] بقيت ساعة واحدة.
        [two] بقيت ساعتان.
        [few] بقيت { $hours } ساعات.
        [many] بقيت { $hours } ساعة.
       *[other] بقيت { $hours } ساعة.
    }
notice-left-days = { $days ->
        [zero] بقي أقل من يوم.
        [one] بقي يوم واحد.
        [two] بقي يومان.
        [few] بقيت { $days } أيام.
        [many] بقي { $days } يومًا.
       *[other] بقي { $days } يوم.
    }
notice-ends-renews = التجديد التلقائي مفعّل: إن كفى رصيدك تجدّد الاشتراك تلقائيًا.
notice-ended =
    ⌛️ <b>انتهى اشتراكك</b>

    اشترِه من جديد: سيبقى مفتاحك كما هو، ولا حاجة إلى تغيير أي شيء في التطبيق.
notice-trial-first-hours =
    👋 <b>فترتك التجريبية حتى { $until }</b>

    هل يعمل الاتصال؟ إن لم يعمل فإليك التعليمات، والدعم يساعدك في الباقي.
notice-trial-third-day = 🎁 <b>فترتك التجريبية تقترب من نهايتها</b>
notice-trial-last-hours = ⏳ <b>فترتك التجريبية تنتهي قريبًا</b>
notice-trial-ended =
    ⌛️ <b>انتهت فترتك التجريبية</b>

    إن أعجبتك الخدمة فاشترِ اشتراكًا: سيبقى مفتاحك كما هو، ولا حاجة إلى تغيير أي شيء في التطبيق.
notice-renewed =
    🔄 <b>تجدّد اشتراكك حتى { $until }</b>

    خُصم من رصيدك { $price }.
notice-renewal-short =
    💳 <b>رصيدك لا يكفي لتجديد { $plan }</b>

    اشتراكك فعّال حتى { $until }، ورصيدك { $balance }. اشحن رصيدك وسيتجدد تلقائيًا.
notice-referral-trial = 🎁 بدأ صديق دعوته فترته التجريبية. ستصلك المكافأة عندما يدفع ثمن اشتراكه.
stuck-title = 🚧 مدفوع ولا يعمل بعد: { $count }
stuck-line = العميل { $customer }: منذ { $since } UTC، المحاولات: { $attempts }

# الرسائل الجماعية
broadcast-info = ℹ️ <b>{ $title }</b>
broadcast-maintenance = 🛠 <b>{ $title }</b>
broadcast-security = 🔒 <b>{ $title }</b>
broadcast-promo = 🎁 <b>{ $title }</b>
operator-broadcast-done = 📣 <b>اكتملت الرسالة الجماعية «{ $title }»</b>
operator-broadcast-paused = ⏸ <b>توقفت الرسالة الجماعية «{ $title }»</b>
operator-broadcast-counts =
    المستلمون: { $recipients }
    وصلت: { $sent }
    لم تصل: { $failed }
    غير معروف: { $unknown }
    تم تخطيهم: { $skipped }
operator-broadcast-problem = لا يقبل Telegram النص: { $problem }
system-trouble = 🚨 ليس كل شيء على ما يرام:
system-line = ‏• { $component }: { $status } ({ $reason }) منذ { $since } UTC
system-well = ✅ عاد كل شيء إلى طبيعته

outage-apology = ⏳ الخدمة غير متاحة لوقت قصير. حفظنا طلبك وسيُنفَّذ، فلا داعي لتكراره.

button-repeat = 🔁 كالمرة السابقة — { $price }
button-history = 🧾 السجل
history-title = 🧾 <b>سجل الاشتراك</b>
history-none = لا شيء هنا بعد.
history-line =
    { $at } · { $what } · { $plan }
    حتى { $until }
history-purchase = شراء
history-renewal = تجديد
history-promo = مجانًا برمز ترويجي
history-operator = هدية منا
history-trial = فترة تجريبية
button-status = 🟢 حالة الخدمة
button-status-again = 🔄 تحديث
status-title = <b>حالة الخدمة</b>
status-access-well = ✅ خوادم VPN تعمل
status-access-slow = ⚠️ بعض خوادم VPN غير متاحة، ونعمل على إصلاحها
status-payments-well = ✅ الدفع يعمل
status-payments-slow = ⚠️ الدفع يتأخر قليلًا
status-kept = كل ما دفعت ثمنه محفوظ: سيُفعَّل تلقائيًا دون أن تضغط على أي شيء.
button-privacy = 🔏 الخصوصية
button-channel = 📣 قناتنا
privacy-text =
    🔏 <b>الخصوصية</b>

    نحتفظ بمعرّفك واسمك في Telegram، ومدفوعاتك، ومدة اشتراكك، وحجم بياناتك المستهلكة، ليعمل الاشتراك وتصحّ الحسابات.

    لا نسجّل المواقع التي تفتحها ولا ما ترسله عبرها. وبيانات البطاقات لا تراها إلا خدمة الدفع.
button-levels = ❓ كيف يعمل ذلك
levels-title =
    ❓ <b>كيف يعمل ذلك</b>

    يفتح صديقك رابطك ويدفع، فتحصل فورًا على نسبة في رصيدك. وكلما زاد عدد أصدقائك الذين يدفعون ارتفع مستواك:
levels-line = مستوى <b>{ $level }</b>‏ — { $percent }%، أصدقاء يدفعون: من { $from }
levels-note = يمكنك أن تدفع من رصيدك ثمن الاشتراك، أو أن تسحبه.

button-admin-system = 🩺 الحالة
button-admin-features = 🎚 مفاتيح التشغيل
admin-system-green = 🟢 <b>كل شيء على ما يرام</b>
admin-system-yellow = 🟡 <b>هناك ما يستحق النظر</b>
admin-system-red = 🔴 <b>المتجر لا يستطيع البيع</b>
admin-component-database = قاعدة البيانات
admin-component-payments = خدمات الدفع
admin-component-vpn_api = عُقد VPN
admin-state-healthy = تعمل
admin-state-degraded = تعمل جزئيًا
admin-state-unavailable = لا تعمل
admin-features-title =
    🎚 <b>مفاتيح التشغيل</b>

    تسري فورًا وفي كل العمليات. أما إجراءات المشرفين فلا تُوقَف إلا بالأمر atlas flag.
feature-payments = الدفع
feature-vpn-provisioning = منح الوصول
feature-auto-renewal = التجديد التلقائي
feature-background-workers = العمل في الخلفية
feature-admin-actions = إجراءات المشرفين
button-feature-off = ⏸ إيقاف: { $feature }
button-feature-on = 🟢 تشغيل: { $feature }
admin-feature-off-ask = هل توقف «{ $feature }»؟ سيلاحظ العملاء ذلك فورًا.
admin-feature-on-ask = هل تشغّل «{ $feature }»؟
button-yes = ✅ نعم
admin-feature-done = تم: يسري في كل العمليات
admin-system-line = • { $component }: { $state }

admin-no-right = هذا يحتاج إلى دور آخر
admin-done = تم
role-owner = المالك
role-admin = مدير
role-support = الدعم
role-accountant = محاسب
role-auditor = مدقق
role-owner-may = يستطيع فعل كل شيء، وهو وحده من يمنح الأدوار.
role-admin-may = يستطيع فعل كل شيء ما عدا منح الأدوار.
role-support-may = يرى العملاء وحالة المتجر، ويمنح الوصول وينهيه. لا يرى الأموال.
role-accountant-may = يرى العملاء والأموال والسجل، ويصحح الأرصدة، ويبتّ في طلبات السحب، ويصدّر التقارير.
role-auditor-may = يرى كل شيء ويصدّر التقارير، ولا يغيّر شيئًا.
button-admin-team = 👥 الفريق
admin-team-title =
    👥 <b>الفريق</b>

    يسري الدور فورًا: من الضغطة التالية.
button-team-add = ➕ إضافة
admin-team-ask = أرسل المعرّف (ID) أو @username لشخص سبق أن شغّل البوت.
admin-person-unknown = لا يوجد عميل كهذا.
admin-member =
    👤 <code>{ $id }</code>
    الدور: <b>{ $role }</b>
admin-member-none = بلا دور
admin-member-appointed = معيَّن في إعدادات الخادم: لا يمكن تغييره هنا.
button-role-take = 🚫 سحب الدور
admin-role-ask = هل تمنح <code>{ $id }</code> الدور «{ $role }»؟
admin-role-take-ask = هل تسحب الدور من <code>{ $id }</code>؟

button-settings = ⚙️ الإعدادات
settings-title =
    ⚙️ <b>الإعدادات</b>

    اللغة: { $language }
button-vip = 👑 VIP
vip-text =
    👑 <b>VIP</b>

    • خصم { $percent }% على كل باقة وكل مدة
    • مدير خاص بك ومساعدة بلا انتظار
    • إعداد الاتصال على كل أجهزتك

    { $month } في الشهر أو { $halfYear } لنصف سنة. يفعّله المدير — اكتب له.
vip-active = ✅ لديك VIP: الخصم محسوب في الأسعار.
button-manager = 💬 مراسلة المدير
button-corporate = 🏢 للشركات
corporate-text =
    🏢 <b>للشركات</b>

    وصول لموظفيك، وفاتورة واحدة مع مستنداتها. أرسل طلبًا وسيكتب لك المدير في Telegram.

    سنعطيه معرّفك واسم المستخدم وهل لديك اشتراك. بالضغط على الزر توافق على ذلك.
button-corporate-send = ✅ إرسال الطلب
corporate-sent = ✅ <b>استلمنا طلبك</b> — سيكتب لك المدير قريبًا.
task-corporate-request = طلب وصول لشركة

# Insight
button-admin-dashboard = 📊 نظرة عامة
button-admin-statistics = 📈 الإحصاءات
button-admin-analytics = 💰 التحليلات
button-admin-metrics = ⏱ المؤشرات
button-admin-audit = 📜 السجل
button-admin-waiting = 🚧 ينتظرون الوصول
admin-since = منذ { $at } UTC
dashboard-waiting = ينتظرون الوصول: { $count }
dashboard-tasks = المهام المفتوحة: { $tasks }
dashboard-withdrawals = طلبات سحب تنتظر القرار: { $withdrawals }
dashboard-trouble = آخر عطل: { $component }، { $at } UTC
dashboard-no-trouble = لم تحدث أعطال
dashboard-issues = ما يستحق النظر:
issue-payments-off = الدفع متوقف: لا أحد يستطيع الشراء
issue-every-provider-silent = خدمات الدفع لا ترد: الشراء ممكن من الرصيد فقط
issue-every-node-down = لا ترد أي عقدة: لن يحصل أحد على مفتاح جديد
issue-provisioning-off = منح الوصول متوقف: من يدفع ينتظر المفتاح
issue-no-nodes = لا توجد عُقد: لا شيء يُباع
issue-books-wrong = كشف فحص الدفاتر عن خطأ: راجع المهام
issue-some-providers-silent = بعض خدمات الدفع لا ترد: لن يتمكن الجميع من الدفع
issue-some-nodes-down = بعض العُقد لا ترد: لا خادم احتياطيًا لدى العملاء
issue-access-waits = هناك وصول مدفوع لم يعمل بعد
issue-money-without-owner = هناك أموال لا صاحب لها: راجع المهام
issue-passes-off = العمل في الخلفية متوقف: التذكيرات والتجديدات معلّقة
issue-renewal-off = التجديد التلقائي متوقف: ستنتهي الاشتراكات من تلقاء نفسها
admin-processes = العمليات:
admin-process = • { $process }: { $days } ي { $hours } س { $minutes } د
statistics-title = 📈 <b>الإحصاءات</b>
statistics-customers =
    👥 العملاء: <b>{ $all }</b>
    الجدد اليوم: { $today }
    خلال 7 أيام: { $week }
    خلال 30 يومًا: { $month }
statistics-subscriptions =
    🔑 الاشتراكات الآن: <b>{ $live }</b>
    منها تجريبية: { $trials }
    المنتهية: { $ended }
statistics-payments =
    💳 المدفوعات: <b>{ $payments }</b>
    الفواتير المدفوعة: { $paid }
    غير مدفوعة أو ملغاة: { $unpaid }
analytics-title = 💰 <b>التحليلات</b>
analytics-totals =
    الإيراد: <b>{ $revenue }</b>
    العملاء الذين دفعوا: { $payers }
    ARPU: { $arpu }
    متوسط LTV: { $ltv }
analytics-months = <b>{ $before } → { $now }</b>
analytics-line = { $what }: { $before } → { $now } ({ $change })
analytics-month-revenue = الإيراد
analytics-month-payments = المدفوعات
analytics-month-customers = عملاء جدد
analytics-month-subscriptions = اشتراكات جديدة
analytics-note = الإيراد هو المال القادم من الخارج بعد طرح المبالغ المعادة. لا يُحسب الشراء من الرصيد مرة ثانية. ARPU هو الإيراد لكل عميل دفع، وLTV هو نفسه بعد طرح مكافآت دعوة الأصدقاء.
metrics-title = ⏱ <b>المؤشرات</b>
metrics-text =
    من الدفع حتى الوصول: { $wait } — خلال 30 يومًا
    الفواتير المدفوعة: { $paid } — خلال 30 يومًا
    مدة الاشتراك لكل عميل (بالأيام): { $lifetime }
    التجديدات لكل عميل: { $renewals }
metrics-seconds = { $count } ث
metrics-minutes = { $count } د
audit-title-all = 📜 <b>السجل</b>، الأحدث أولًا، UTC
audit-title-team = 📜 <b>سجل الفريق</b>، الأحدث أولًا، UTC
audit-none = 📜 لا توجد قيود.
audit-line = <b>{ $at }</b> { $action } · { $actor }
audit-target = → { $target }
audit-details = <i>{ $details }</i>
button-audit-all = 👥 عرض الجميع
button-audit-team = 🛠 الفريق فقط
waiting-title = 🚧 <b>مدفوع ولم يعمل بعد: { $count }</b> — صفحة { $page } من { $pages }
waiting-none = ✅ كل من دفع متصل.
waiting-line = <code>{ $customer }</code> { $name }: منذ { $since } UTC، المحاولات: { $attempts }
button-waiting-retry = 🔁 { $customer }
button-waiting-retry-all = 🔁 إعادة المحاولة للجميع
waiting-retried = نحاول مرة أخرى
waiting-over = لم يعد ينتظر
waiting-off = منح الوصول متوقف
button-admin-nodes = 🖥 العُقد
nodes-title = 🖥 <b>العُقد</b> — صفحة { $page } من { $pages }
nodes-none = 🖥 لا توجد عُقد بعد: يضيفها الأمر atlas node add.
node-active = تعمل
node-draining = بلا عملاء جدد
node-disabled = متوقفة
node-removed = محذوفة
node-health-healthy = متصلة
node-health-down = لا ترد
node-health-dead = مفقودة، ونُقل عملاؤها
node-health-unchecked = لم تُفحص بعد
node-card =
    🖥 <b>{ $name }</b> · { $location }

    الوضع: { $state }
    الاتصال: { $health }
    آخر فحص: { $checked }
    آخر تطابق مع القائمة: { $inStep }
    العملاء: { $customers } من { $capacity }
    النواة: { $core }
node-down-since = لا ترد منذ { $at } UTC
node-problem = ⚠️ لم تُقبل الإعدادات الجديدة: { $problem }
button-node-active = 🟢 تشغيل
button-node-draining = 🚰 بلا عملاء جدد
button-node-disabled = ⛔️ إيقاف
button-node-check = 🔍 فحص الآن
button-nodes-check = 🔍 فحص الكل
node-ask-active = هل نسمح للعملاء مجددًا باستخدام العقدة <b>{ $name }</b>؟
node-ask-draining = هل نوقف إرسال عملاء جدد إلى العقدة <b>{ $name }</b>؟ من عليها ({ $customers }) يحصلون على خادم إضافي، وتبقى هي تعمل.
node-ask-disabled = هل نوقف العقدة <b>{ $name }</b>؟ ستنسى فورًا كل من عليها: { $customers }.
node-stranded = ⚠️ سيبقون بلا أي خادم: { $stranded }
node-unknown = لا توجد عقدة كهذه
node-check-asked = بدأ الفحص: اضغط «تحديث» بعد بضع ثوانٍ
fleet-check-asked = نفحص العُقد: { $nodes }. ستصلك النتيجة في رسالة
fleet-checked = 🔍 فُحصت كل العُقد: { $nodes }. المطابقة للقائمة: { $inStep }، والعملاء عليها: { $customers }.
fleet-others = غير مطابقة أو لم ترد: { $names }
button-task = 📋 فتح المهمة
button-task-number = 📋 المهمة { $number }
button-task-assign = 👤 منحها لعميل
button-task-resolve = ✅ إغلاق المهمة
task-since = مفتوحة منذ { $at } UTC
task-is-done = ✅ أُنجزت هذه المهمة
task-money = المبلغ: <b>{ $amount }</b>
    معرّف Telegram للدافع: { $payer }
task-ask-text = اكتب ما تم فعله: سيُحفظ في السجل.
task-ask-customer = لمن هذه الأموال؟ أرسل معرّف العميل أو @username، أو معرّف دفعة أو فاتورة.
task-ask-reason = لماذا هذا العميل؟ اكتب باختصار: سيُحفظ في السجل.
task-bad-text = نحتاج نصًا لا يزيد على { $most } حرف.
task-close-ask =
    هل نغلق المهمة بهذه الكلمات؟

    <i>{ $text }</i>
task-give-ask =
    هل نمنح <b>{ $amount }</b> للعميل <code>{ $customer }</code> { $name }؟

    الرصيد: { $before } → { $after }
    السبب: <i>{ $reason }</i>

    سيتلقى العميل رسالة.
task-unknown = لا توجد مهمة كهذه
task-lost = لم يعد هذا صالحًا — ابدأ من جديد من فضلك
task-money-waits = هذه أموال: امنحها لعميلها أو أعدها
task-refunded = أُعيدت هذه الأموال أو هي قيد الإعادة
task-no-amount = لا مبلغ بالروبل لهذه الدفعة: يمكن إعادتها فقط
task-amount-changed = تغيّر المبلغ — ابدأ من جديد من فضلك
button-reconciliation = 🧾 المطابقة
button-reconcile = 🧾 طابق الآن
reconciliation-title = 🧾 <b>المطابقة مع خدمات الدفع</b>
reconciliation-none = لا توجد خدمات دفع متصلة.
reconciliation-never = <b>{ $provider }</b>: لم تُطابق بعد
reconciliation-line =
    <b>{ $provider }</b>: { $at } UTC
    القيود: { $listed }، أُضيف: { $settled }، الفروق: { $findings }
reconciliation-asked = بدأت المطابقة: اضغط «تحديث» بعد دقيقة

# Export
export-customers = العملاء
export-subscriptions = الاشتراكات النشطة
export-charges = المدفوعات
export-transfers = سجل القيود المالية
export-audit = سجل الأفعال
export-caption = 📄 <b>{ $table }</b>: { $rows ->
        [zero] لا صفوف ({ $rows })
        [one] صف واحد ({ $rows })
        [two] صفان ({ $rows })
        [few] { $rows } صفوف
        [many] { $rows } صفًا
       *[other] { $rows } صف
    }
export-part = الجزء { $part }
button-admin-export = 📤 تصدير
export-title =
    📤 <b>التصدير</b>

    اختر جدولًا: سيصل الملف إلى هذه المحادثة.
export-asked = يجري إعداد الملف: سيصل إلى هذه المحادثة
# العطل
incident-banner = ⚠️ { $text }
incident-default = قد تحدث انقطاعات الآن. نعمل على إصلاحها — اشتراكك وأموالك في أمان.
button-admin-incident = 🚨 العطل
admin-incident-title = 🚨 <b>العطل</b>
admin-incident-on = 🔴 يراه الجميع، فوق القائمة الرئيسية وفي حالة الخدمة:
admin-incident-off = ⚪️ متوقف. عند تشغيله سيرى الجميع:
admin-incident-by = آخر تغيير: <code>{ $actor }</code>، { $at }
button-incident-on = 🔴 تشغيل
button-incident-off = ⚪️ إيقاف
button-incident-text = ✍️ تغيير النص
admin-incident-ask =
    ماذا نكتب للعملاء؟ حتى 1000 حرف.
    غيّرت رأيك؟ /cancel
admin-incident-bad = نحتاج إلى نص من حرف واحد إلى 1000 حرف.
admin-incident-draft = هذا ما سيراه الجميع:
button-incident-save = ✅ حفظ وتشغيل
admin-draft-gone = أُغلق هذا النموذج من قبل — هذا هو الوضع الآن
admin-gone = لم يعد هذا موجودًا
admin-choose = اختر بأحد الأزرار أدناه.

# الرموز الترويجية
button-admin-promos = 🎟 الرموز الترويجية
admin-promos-title = 🎟 <b>الرموز الترويجية</b>
admin-promos-none = لا يوجد أي رمز بعد. هل ننشئ الأول؟
admin-promo-line = <code>{ $code }</code> · −{ $percent }% · { $used } من { $max } · { $until }
promo-no-end = بلا نهاية
promo-state-active = ساري
promo-state-deactivated = متوقف
promo-state-expired = انتهت مدته
promo-state-spent = استُهلك كله
admin-promo-card =
    <code>{ $code }</code> — { $state }

    الخصم: <b>{ $percent }%</b>
    استُخدم: { $used } من { $max }
    محجوز للعملاء: { $held }
    فوق الحد: { $over }
    ينتهي: { $until }
    أُنشئ: { $created }
button-promo-new = ➕ رمز جديد
button-promo-end = ⏹ إيقاف
admin-promo-end-ask = هل توقف <code>{ $code }</code>؟ لن يستطيع أحد استخدامه من جديد، ولا يمكن تشغيله مرة أخرى. من رأى سعرًا مخفضًا به سيدفع ذلك السعر.
admin-promo-ask-code = ما اسم الرمز؟ من 3 إلى 32 حرفًا لاتينيًا ورقمًا.
admin-promo-ask-percent = كم نسبة الخصم؟ من 0 إلى 100.
admin-promo-ask-unit = كم يبقى ساريًا؟
admin-promo-ask-hours = كم ساعة؟
admin-promo-ask-days = كم يومًا؟
admin-promo-ask-months = كم شهرًا؟ الشهر 30 يومًا.
admin-promo-ask-uses = كم شخصًا يمكنه استخدامه؟
button-promo-random = 🎲 عشوائي
button-promo-hours = ساعات
button-promo-days = أيام
button-promo-months = أشهر
button-promo-unlimited = بلا نهاية
button-promo-any-uses = ♾ بلا حد
admin-promo-bad-code = حروف لاتينية وأرقام فقط، من 3 إلى 32.
admin-promo-code-taken = يوجد رمز سارٍ بهذا الاسم.
admin-promo-bad-percent = نحتاج إلى عدد صحيح من 0 إلى 100.
admin-promo-bad-time = نحتاج إلى عدد صحيح من 1 فأكثر، وعشر سنوات كحد أقصى.
admin-promo-bad-uses = نحتاج إلى عدد صحيح من 1 إلى مليون.
admin-promo-summary =
    🎟 <code>{ $code }</code>

    الخصم: <b>{ $percent }%</b>
    مرات الاستخدام: { $max }
    ينتهي: { $until }

    هل كل شيء صحيح؟
button-promo-create = ✅ إنشاء

# الرسائل الجماعية في اللوحة
button-broadcasts = 📣 الرسائل الجماعية
admin-broadcasts-title = 📣 <b>الرسائل الجماعية</b>
admin-broadcasts-none = لا توجد أي رسالة بعد.
admin-broadcasts-signs = 📝 مسودة · ▶️ تُرسَل · ⏸ متوقفة مؤقتًا · ✅ اكتملت · 🚫 أُلغيت
button-broadcast-new = ➕ رسالة جديدة
button-broadcast-unsubscribed = 🎯 لمن ليس لديهم اشتراك
button-broadcast-tests = 📊 اختبارات A/B
button-broadcast-test = 📊 مقارنة النصين
button-broadcast-start = 🚀 إرسال
button-broadcast-preview = 👀 عرض مرة أخرى
button-broadcast-pause = ⏸ إيقاف مؤقت
button-broadcast-resume = ▶️ متابعة
button-broadcast-cancel = 🚫 إلغاء الرسالة
button-broadcast-one = نص واحد
button-broadcast-ab = A/B: نصان مناصفة
broadcast-state-draft = مسودة
broadcast-state-running = تُرسَل
broadcast-state-paused = متوقفة مؤقتًا
broadcast-state-done = اكتملت
broadcast-state-cancelled = أُلغيت
broadcast-kind-info = ℹ️ خبر
broadcast-kind-maintenance = 🛠 صيانة
broadcast-kind-security = 🔒 أمان
broadcast-kind-promo = 🎁 عرض
broadcast-segment-all = 👥 للجميع
broadcast-segment-active = 🟢 لديهم اشتراك
broadcast-segment-no-subscription = 🎯 بلا اشتراك
admin-broadcast-card =
    <b>{ $title }</b> — { $state }

    النوع: { $kind }
    إلى: { $segment }
    أُنشئت: { $created }
admin-broadcast-reach = الآن ستصل إلى { $count ->
        [zero] { $count } عميل
        [one] عميل واحد
        [two] عميلين
        [few] { $count } عملاء
        [many] { $count } عميلًا
       *[other] { $count } عميل
    }.
admin-broadcast-preview-comes = المعاينة في طريقها إلى هذه المحادثة.
admin-broadcast-previewed = عُرضت المعاينة: يمكن الإرسال.
admin-broadcast-progress =
    المستلمون: { $recipients }
    أُرسلت: { $sent }
    في الانتظار: { $waiting }
    لم تصل: { $failed }
    غير معروف: { $unknown }
    تم تخطيهم: { $skipped }
admin-broadcast-listing = ما زالت قائمة المستلمين قيد الإعداد.
admin-broadcast-left = بقي نحو { $minutes } د.
admin-broadcast-start-ask = هل نرسل «{ $title }» إلى { $count ->
        [zero] { $count } عميل
        [one] عميل واحد
        [two] عميلين
        [few] { $count } عملاء
        [many] { $count } عميلًا
       *[other] { $count } عميل
    }؟
admin-broadcast-cancel-ask = هل تلغي «{ $title }»؟ ما أُرسل يبقى عند العملاء، ولا يمكن متابعتها لاحقًا.
admin-broadcast-not-now = لا يمكن ذلك الآن — هذا هو الوضع
admin-broadcast-not-previewed = المعاينة أولًا، بعد ثوانٍ قليلة. إن لم تصل فاضغط «عرض مرة أخرى».
admin-broadcast-not-taken = لا يقبل Telegram هذا النص — السبب أدناه
admin-broadcast-tests-title = 📊 <b>اختبارات A/B</b>
admin-broadcast-tests-none = لا يوجد أي اختبار بعد: اختر «A/B» في رسالة جديدة.
admin-broadcast-test-line =
    <b>{ $title }</b> · { $at }
    A — { $a } ({ $partA }%)، B — { $b } ({ $partB }%)
admin-broadcast-test-title = 📊 <b>{ $title }</b>
admin-broadcast-variant =
    <b>النص { $variant }</b> — أُرسل: { $sent } ({ $part }%)
    المستلمون: { $recipients }، لم تصل: { $failed }، غير معروف: { $unknown }
admin-broadcast-test-total = المجموع: أُرسل { $sent } من { $recipients }.
admin-broadcast-ask-title = ما عنوان الرسالة؟ سطر واحد حتى 100 حرف، يراه العملاء.
admin-broadcast-ask-ab = نص واحد للجميع أم نقارن نصين؟
admin-broadcast-ask-text = أرسل النص، حتى 3900 حرف. يبقى الخط العريض والروابط وسائر التنسيق.
admin-broadcast-ask-text-a = أرسل النص A، حتى 3900 حرف. يبقى التنسيق.
admin-broadcast-ask-text-b = الآن النص B.
admin-broadcast-ask-kind = ما نوع هذه الرسالة؟ منه تأتي العلامة قبل العنوان.
admin-broadcast-ask-segment = لمن نرسلها؟ بعد ذلك تظهر المعاينة: لا يُرسل شيء بعد.
admin-broadcast-bad-title = نحتاج إلى سطر واحد حتى 100 حرف.
admin-broadcast-bad-text = نحتاج إلى نص حتى 3900 حرف.
admin-broadcast-bad-text-b = نحتاج إلى نص حتى 3900 حرف، مختلف عن A.

# الإحالات في اللوحة
button-admin-referrals = 🤝 الإحالات
admin-referrals-totals =
    🤝 <b>برنامج الإحالة</b>

    الداعون: { $referrers }
    المدعوون: { $invited }، منهم من يدفع: { $paying }
    الإيراد من المدعوين: { $revenue }
    الكاش باك: { $cashback }
    المتوسط لكل داعٍ: { $average }
admin-referrals-top = <b>الأعلى إيرادًا</b>
admin-referrals-none = لم يدعُ أحد أحدًا بعد.
admin-referrals-by-revenue = 🤝 <b>حسب الإيراد</b>
admin-referrals-by-invited = 🤝 <b>حسب عدد المدعوين</b>
admin-referrals-by-cashback = 🤝 <b>حسب الكاش باك</b>
admin-referrer-line = { $place }. { $name } — { $invited } (يدفع: { $paying }) · { $revenue } · كاش باك { $cashback }
button-referral-by-revenue = 💰 حسب الإيراد
button-referral-by-invited = 👥 حسب عدد المدعوين
button-referral-by-cashback = 🎁 حسب الكاش باك
button-referral-history = 🧾 سجل الكاش باك
button-referral-search = 🔎 بحث
admin-rewards-title = 🧾 <b>سجل الكاش باك</b>
admin-rewards-none = لا يوجد كاش باك بعد.
admin-reward-line = { $at } · <code>{ $referrer }</code> +{ $amount } ({ $percent }%) عن { $base } من <code>{ $buyer }</code>
admin-referrer-reward = { $at } · +{ $amount } ({ $percent }%) عن { $base } من <code>{ $buyer }</code>
admin-referrer-ask = أرسل المعرّف (ID) أو @username لمن تبحث عنه.
admin-referrer-nobody = لم يدعُ هذا العميل أحدًا بعد.
admin-referrer-card =
    🤝 <b>{ $name }</b> · <code>{ $id }</code>

    المستوى: { $level }، { $percent }%
    المدعوون: { $invited }، منهم من يدفع: { $paying }
    الإيراد: { $revenue }
    الكاش باك: { $cashback }

# نماذج الرسائل
button-admin-samples = 🧪 نماذج الرسائل
admin-samples-title =
    🧪 <b>نماذج الرسائل</b>

    اضغط على أحدها — يرسله البوت إليك كما يراه العملاء. لن يصل إلى أحد غيرك.
admin-sample-sent = أُرسل النموذج إليك
sample-mark = 🧪 <b>نموذج.</b> المبالغ والتواريخ والمفتاح غير حقيقية.
sample-trial-started = بدأت التجربة
sample-payment-new = أول شراء
sample-access-ready = المفتاح جاهز
sample-payment-renewal = تجديد
sample-renewed = تجديد تلقائي
sample-renewal-short = الرصيد لا يكفي
sample-ends-in-3-days = بقيت 3 أيام
sample-ends-in-24-hours = بقي يوم
sample-ends-in-6-hours = بقيت 6 ساعات
sample-ends-in-3-hours = بقيت 3 ساعات
sample-ended = انتهى الاشتراك
sample-trial-first-hours = التجربة: بعد 6 ساعات
sample-trial-third-day = التجربة: بعد 48 ساعة
sample-trial-last-hours = التجربة: قرب النهاية
sample-trial-ended = انتهت التجربة
sample-wallet-credited = شحن الرصيد
sample-wallet-adjusted = تصحيح الرصيد
sample-traffic-used-up = نفدت البيانات
sample-referral-joined = انضم صديق
sample-referral-trial = صديق يجرّب
sample-commission-paid = كاش باك
sample-withdrawal-approved = قُبل السحب
sample-withdrawal-rejected = رُفض السحب
sample-refunded = استرداد
# العملاء
button-people = 👤 العملاء
people-ask = 🔎 أرسل المعرّف أو @username أو رقم الفاتورة أو الدفعة.
people-lost = ضاع ما بدأته — ابدأ من جديد من فضلك.
people-changed = تغيّر شيء في هذه الأثناء: راجع البطاقة وقرّر من جديد.
people-no-access = لا يوجد اشتراك سارٍ
person-title =
    👤 <b>{ $name }</b>
    المعرّف: <code>{ $id }</code>
person-since = معنا منذ { $date }، اللغة: { $language }
person-unreachable = 🔕 البوت محظور: الرسائل لا تصل
person-access-none = لم يكن لديه اشتراك بعد
person-access-active = ✅ { $plan } حتى { $until } UTC
person-access-preparing = ⏳ { $plan } حتى { $until } UTC، والمفتاح قيد التجهيز
person-access-ended = ⌛️ انتهى { $plan } في { $until } UTC
person-key =
    🔑 المفتاح مخفي، { $count ->
        [zero] ولم يُستبدل
        [one] واستُبدل مرة واحدة
        [two] واستُبدل مرتين
        [few] واستُبدل { $count } مرات
        [many] واستُبدل { $count } مرة
       *[other] واستُبدل { $count } مرة
    }
person-key-changing = 🔄 المفتاح يُستبدل: لم تؤكد العقد بعد
person-renewals = 🔁 مرات التجديد: { $count }
person-vip = 👑 VIP
person-discount = 🏷 خصم { $percent } % بلا مدة
person-discount-until = 🏷 خصم { $percent } % حتى { $until } UTC
person-balance = 💰 الرصيد: { $amount }
person-debt = ⚠️ الدين: { $amount }
button-other-person = 🔎 عميل آخر
button-gift = 🎁 منح الوصول
button-revoke = ⛔️ إنهاء الوصول
button-rekey = 🔑 استبدال المفتاح
button-rekey-runs = 🔄 المفتاح يُستبدل…
gift-plan = 🎁 أي باقة نمنح؟
gift-length = 🎁 { $plan }: لأي مدة؟
length-m =
    { $count ->
        [zero] { $count } دقيقة
        [one] دقيقة واحدة
        [two] دقيقتان
        [few] { $count } دقائق
        [many] { $count } دقيقة
       *[other] { $count } دقيقة
    }
length-h =
    { $count ->
        [zero] { $count } ساعة
        [one] ساعة واحدة
        [two] ساعتان
        [few] { $count } ساعات
        [many] { $count } ساعة
       *[other] { $count } ساعة
    }
length-d =
    { $count ->
        [365] سنة واحدة
        [zero] { $count } يوم
        [one] يوم واحد
        [two] يومان
        [few] { $count } أيام
        [many] { $count } يومًا
       *[other] { $count } يوم
    }
button-gift-m = ✍️ دقائق
button-gift-h = ✍️ ساعات
button-gift-d = ✍️ أيام
gift-type-m = كم دقيقة؟ أرسل عددًا.
gift-type-h = كم ساعة؟ أرسل عددًا.
gift-type-d = كم يومًا؟ أرسل عددًا.
gift-bad-count = المطلوب عدد صحيح أكبر من الصفر، وعشر سنوات على الأكثر.
gift-tell = 🎁 { $plan }، { $length }. هل نخبر العميل؟
button-tell = 🔔 إخباره
button-tell-not = 🔕 دون إخباره
gift-ask =
    🎁 <b>{ $plan }، { $length }</b>

    الآن حتى: { $before }
    ثم حتى: { $after } UTC
gift-no-end = لا يوجد اشتراك
gift-told = 🔔 ستصل رسالة إلى العميل.
gift-told-not = 🔕 لن نكتب شيئًا للعميل.
revoke-tell = ⛔️ إنهاء الوصول. هل نخبر العميل؟
revoke-ask =
    ⛔️ <b>هل ننهي { $plan }؟</b>

    الآن حتى: { $before }
    ينتهي: فورًا
rekey-ask = 🔑 هل نستبدل المفتاح الصادر في { $issued } UTC؟ يتوقف القديم فور أن تعرف العقد الجديد، وتصل رسالة إلى العميل.
rekey-runs = المفتاح يُستبدل بالفعل: لم تؤكد العقد الجديد بعد
notice-access-granted =
    🎁 <b>أهديناك وصولًا</b>

    يسري { $plan } حتى { $until } UTC.
notice-access-revoked =
    ⛔️ <b>أنهينا اشتراكك</b>

    إن فاجأك هذا فاكتب إلينا، وسنوضح الأمر.
notice-key-reissued =
    🔑 <b>استبدلنا مفتاحك</b>

    القديم لم يعد يعمل. التطبيق الموصول بالرابط يتحدث وحده؛ وإن أضفت المفتاح يدويًا فأدخل الجديد:
person-history = 🧾 <b>سجل <code>{ $id }</code></b>، صفحة { $page }
person-grant = { $what }، { $plan } حتى { $until }
person-act-access-revoked = ⛔️ أُنهي الوصول
person-act-access-adopted = نُقل الوصول من البوت السابق
person-act-credential-reissued = 🔑 استُبدل المفتاح
person-act-discount-granted = 🏷 مُنح خصم
person-act-discount-ended = 🏷 أُلغي الخصم
person-line = { $what }: { $amount }
person-note = «{ $note }»
person-line-charge-received = 💰 دفعة
person-line-purchase = 🛒 شراء
person-line-commission-paid = 🎁 مكافأة
person-line-commission-clawed = 🎁 استرجاع مكافأة
person-line-refund-clawed = ↩️ استرجاع أموال
person-line-withdrawal-held = 💸 طلب سحب
person-line-withdrawal-returned = 💸 رُفض السحب
person-line-adjustment = ✏️ تصحيح الرصيد
person-line-receivable-collected = من حساب الدين
people-done-before = تم هذا من قبل
button-discount = 🏷 منح خصم
button-discount-end = 🏷 إلغاء الخصم
button-vip-give = 👑 منح VIP
button-vip-take = 👑 إلغاء VIP
button-type = ✍️ إدخال
button-wallet-in = ➕ إضافة رصيد
button-wallet-out = ➖ خصم رصيد
discount-percent = 🏷 كم الخصم؟
discount-type = كم في المئة؟ أرسل عددًا من 1 إلى 99.
discount-bad-percent = المطلوب عدد صحيح من 1 إلى 99.
discount-days = 🏷 خصم { $percent } %: لأي مدة؟
discount-type-days = لكم يومًا؟ أرسل عددًا؛ و0 تعني بلا مدة.
discount-bad-days = المطلوب عدد صحيح من الأيام، عشر سنوات على الأكثر؛ و0 تعني بلا مدة.
discount-for-good = بلا مدة
discount-ask = 🏷 هل نمنح خصم { $percent } %، المدة: { $days }؟
discount-exists = يوجد خصم بالفعل: ألغه أولًا
discount-end-ask = 🏷 هل نلغي خصم { $percent } %؟
wallet-amount-in = ➕ كم نضيف؟ في الرصيد { $balance }. أرسل المبلغ بالروبل.
wallet-amount-out = ➖ كم نخصم؟ في الرصيد { $balance }. أرسل المبلغ بالروبل.
wallet-bad-amount = المطلوب مبلغ أكبر من الصفر وحتى مليون، مثل 150 أو 99,50.
wallet-holds-less = ليس في الرصيد هذا القدر.
wallet-reason-in = لماذا نضيف { $amount }؟ سيرى العميل هذه الكلمات.
wallet-reason-out = لماذا نخصم { $amount }؟ سيرى العميل هذه الكلمات.
wallet-bad-reason = لا بد من سبب، في { $max } حرف على الأكثر.
wallet-ask-in = ➕ <b>هل نضيف { $amount } إلى العميل { $id }؟</b>
wallet-ask-out = ➖ <b>هل نخصم { $amount } من العميل { $id }؟</b>
wallet-ask-balance = الرصيد: { $before } → { $after }
wallet-ask-debt = لسداد الدين أولًا: { $amount }
wallet-ask-reason = السبب: { $reason }
button-keys = 🔑 المفاتيح
keys-title = 🔑 <b>المفاتيح</b>
keys-never = لم تُستبدل المفاتيح للجميع من قبل.
keys-running = 🔄 تُستبدل للجميع، بدأت { $started } UTC
keys-cancelled = ⏹ بدأت آخر مرة { $started } UTC ثم أُوقفت
keys-done = ✅ استُبدلت للجميع آخر مرة { $started } UTC
keys-listing = القائمة قيد الإعداد.
keys-counts =
    المجموع: { $total }
    تم: { $done }
    تُخطّي: { $skipped }
    تعذّر: { $failed }
    بقي: { $left }
keys-time-left =
    { $minutes ->
        [zero] بقي أقل من دقيقة
        [one] بقيت دقيقة تقريبًا
        [two] بقيت دقيقتان تقريبًا
        [few] بقيت { $minutes } دقائق تقريبًا
        [many] بقيت { $minutes } دقيقة تقريبًا
       *[other] بقيت { $minutes } دقيقة تقريبًا
    }
keys-as-of = حتى { $at } UTC
button-rekey-one = 🔎 لعميل واحد
button-rekey-all = 🔁 للجميع
button-rekey-stop = ⏹ إيقاف
button-rekey-all-yes = 🔁 نعم، استبدلها للجميع
button-continue = متابعة
keys-ask =
    🔁 <b>هل نستبدل المفاتيح للجميع؟</b>

    { $count ->
        [zero] لا عميل لديه اشتراك سارٍ.
        [one] سيحصل عميل واحد لديه اشتراك سارٍ على مفتاح جديد.
        [two] سيحصل عميلان لديهما اشتراك سارٍ على مفتاح جديد.
        [few] سيحصل { $count } عملاء لديهم اشتراك سارٍ على مفتاح جديد.
        [many] سيحصل { $count } عميلًا لديهم اشتراك سارٍ على مفتاح جديد.
       *[other] سيحصل { $count } عميل لديهم اشتراك سارٍ على مفتاح جديد.
    }
    تصل رسالة إلى كل منهم. يتوقف المفتاح القديم فور أن تعرف العقد الجديد.
keys-ask-again = من أضاف المفتاح يدويًا يبقى بلا VPN حتى يُدخل الجديد. هل نستبدلها للجميع حقًا؟
keys-old-question = هذا السؤال قديم: راجع عدد العملاء مرة أخرى
keys-runs = المفاتيح تُستبدل بالفعل
keys-stop-ask = هل نوقف؟ من حصل على مفتاح جديد يحتفظ به.
keys-report-done = ✅ <b>استُبدلت المفاتيح للجميع</b>
keys-report-cancelled = ⏹ <b>أُوقف استبدال المفاتيح</b>
keys-failed = تعذّر لدى: { $ids }
