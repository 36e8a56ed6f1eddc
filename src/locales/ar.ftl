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
button-back = ➡️ رجوع
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
promo-smaller = ℹ️ خصمك أنت { $own }% أكبر. ما دام الرمز مطبّقًا، وذلك بضع دقائق، يُحسب السعر به.
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
profile-preparing = ⏳ مدفوع حتى <b>{ $until }</b> UTC. نجهّز مفتاحك، والأمر لا يستغرق سوى ثوانٍ.
profile-active = ✅ الاشتراك فعّال حتى <b>{ $until }</b> UTC
profile-held = 💸 بانتظار السحب: <b>{ $amount }</b>
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
withdrawal-decided = سبق البتّ في طلب السحب هذا

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
admin-withdrawal-approve-ask =
    هل توافق على سحب <b>{ $amount }</b>؟ يُبلَّغ العميل فورًا، وتحوّل المال بنفسك: لا رجعة في ذلك.

    بيانات التحويل: <code>{ $details }</code>
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
admin-own = لا يفعل هذا لنفسه إلا المالك، فاطلبه من زميل
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
profile-renews = 🔄 التجديد التلقائي: { $plan }، { $period } — { $price } من رصيدك قبيل الانتهاء
profile-renews-short = ⚠️ ينقص { $missing } للتجديد
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
status-access-down = ⛔️ خوادم VPN متوقفة الآن، ونعمل على إصلاحها
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
levels-first = مستوى <b>{ $level }</b>‏ — { $percent }%، من أول صديق يدفع
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
    👤 { $name } · <code>{ $id }</code>
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
button-admin-audit = 📜 سجل الإجراءات
button-admin-waiting = 🚧 بانتظار الوصول
admin-since = منذ { $at } UTC
dashboard-waiting = بانتظار الوصول: { $count }
dashboard-tasks = المهام المفتوحة: { $tasks }
dashboard-withdrawals = طلبات سحب تنتظر القرار: { $withdrawals }
dashboard-trouble = آخر عطل: { $component }، { $at } UTC
dashboard-no-trouble = لم تحدث أعطال
dashboard-issues = ما يستحق النظر:
issue-payments-off = الدفع متوقف: لا أحد يستطيع الشراء
issue-every-provider-silent = خدمات الدفع كلها لا تستجيب: الشراء ممكن من الرصيد فقط
issue-every-node-down = لا تستجيب أي عُقدة: لن يحصل أحد على مفتاح جديد
issue-provisioning-off = منح الوصول متوقف: من يدفع ينتظر مفتاحه
issue-no-nodes = لا توجد عُقد: ليس هناك ما يُباع
issue-books-wrong = كشف فحص الدفاتر عن خطأ: راجع المهام
issue-some-providers-silent = بعض خدمات الدفع لا تستجيب: لن يتمكن الجميع من الدفع
issue-some-nodes-down = بعض العُقد لا تستجيب: بقي العملاء بلا خادم احتياطي
issue-access-waits = هناك اشتراكات مدفوعة لا تعمل بعد
issue-money-without-owner = هناك أموال لا صاحب لها: راجع المهام
issue-passes-off = العمل في الخلفية متوقف: لا تذكيرات ولا تجديد
issue-renewal-off = التجديد التلقائي متوقف: ستنتهي الاشتراكات دون تجديد
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
    غير المدفوعة أو الملغاة: { $unpaid }
analytics-title = 💰 <b>التحليلات</b>
analytics-totals =
    الإيرادات: <b>{ $revenue }</b>
    العملاء الذين دفعوا: { $payers }
    مؤشر ARPU: { $arpu }
    متوسط LTV: { $ltv }
analytics-months = <b>الشهر: { $before } ← { $now }</b>
analytics-line = { $what }: { $before } ← { $now } ({ $change })
analytics-month-revenue = الإيرادات
analytics-month-payments = المدفوعات
analytics-month-customers = العملاء الجدد
analytics-month-subscriptions = الاشتراكات الجديدة
analytics-note = الإيرادات هي الأموال الواردة من الخارج بعد طرح ما أُعيد منها. ولا تُحسب المشتريات من الرصيد مرة ثانية. ARPU هو الإيراد لكل عميل دفع، وLTV مثله بعد طرح مكافآت دعوة الأصدقاء.
metrics-title = ⏱ <b>المؤشرات</b>
metrics-text =
    من الدفع إلى الوصول: { $wait } — خلال 30 يومًا
    الفواتير المدفوعة: { $paid } — خلال 30 يومًا
    مدة الاشتراك لكل عميل، بالأيام: { $lifetime }
    مرات التجديد لكل عميل: { $renewals }
metrics-seconds = { $count } ث
metrics-minutes = { $count } د
audit-title-all = 📜 <b>سجل الإجراءات</b>، الأحدث أولًا، بتوقيت UTC
audit-title-team = 📜 <b>سجل إجراءات الفريق</b>، الأحدث أولًا، بتوقيت UTC
audit-none = 📜 السجل فارغ.
audit-line = <b>{ $at }</b> { $action } · بواسطة { $actor }
audit-target = العميل: { $target }
audit-details = <i>{ $details }</i>
button-audit-all = 👥 عرض الجميع
button-audit-team = 🛠 الفريق فقط
waiting-title = 🚧 <b>مدفوع ولا يعمل بعد: { $count }</b> — صفحة { $page } من { $pages }
waiting-none = ✅ كل من دفع حصل على الوصول.
waiting-line = <code>{ $customer }</code> { $name }: منذ { $since } UTC، المحاولات: { $attempts }
button-waiting-retry = 🔁 { $customer }
button-waiting-retry-all = 🔁 إعادة المحاولة للجميع
waiting-retried = نحاول مجددًا
waiting-over = لم يعد ينتظر
waiting-off = منح الوصول متوقف
button-admin-nodes = 🖥 العُقد
nodes-title = 🖥 <b>العُقد</b> — صفحة { $page } من { $pages }
nodes-none = 🖥 لا توجد عُقد بعد: تُضاف بالأمر atlas node add.
node-active = تعمل
node-draining = بلا عملاء جدد
node-disabled = متوقفة
node-removed = محذوفة
node-health-healthy = متصلة
node-health-down = لا تستجيب
node-health-dead = فُقدت ونُقل عملاؤها
node-health-unchecked = لم تُفحص بعد
node-card =
    🖥 <b>{ $name }</b> · { $location }

    الوضع: { $state }
    الاتصال: { $health }
    آخر فحص: { $checked }
    آخر تطابق مع قائمتنا: { $inStep }
    العملاء: { $customers } من { $capacity }
    النواة: { $core }
node-down-since = لا تستجيب منذ { $at } UTC
node-problem = ⚠️ لم يُقبل الإعداد الجديد: { $problem }
button-node-active = 🟢 تشغيل
button-node-draining = 🚰 بلا عملاء جدد
button-node-disabled = ⛔️ إيقاف
button-node-check = 🔍 الفحص الآن
button-nodes-check = 🔍 فحص الكل
node-ask-active = هل تفتح العُقدة <b>{ $name }</b> أمام العملاء من جديد؟
node-ask-draining = هل توقف إضافة عملاء جدد إلى العُقدة <b>{ $name }</b>؟ سيحصل من عليها ({ $customers }) على خادم آخر أيضًا، وستواصل هي عملها.
node-ask-disabled = هل توقف العُقدة <b>{ $name }</b>؟ ستنسى فورًا كل من عليها: { $customers }.
node-stranded = ⚠️ سيبقى بلا أي خادم: { $stranded }
node-unknown = لا توجد عُقدة كهذه
node-check-asked = بدأ الفحص: اضغط «تحديث» بعد بضع ثوانٍ
fleet-check-asked = نفحص العُقد: { $nodes }. ستصلك النتيجة في رسالة
fleet-checked = 🔍 فُحصت كل العُقد: { $nodes }. المطابقة لقائمتنا: { $inStep }، والعملاء عليها: { $customers }.
fleet-others = غير مطابقة أو لم تستجب: { $names }
button-task = 📋 فتح المهمة
button-task-number = 📋 المهمة { $number }
button-task-assign = 👤 تسليم المال إلى عميل
button-task-resolve = ✅ إغلاق المهمة
task-since = مفتوحة منذ { $at } UTC
task-is-done = ✅ أُنجزت هذه المهمة
task-money = المبلغ: <b>{ $amount }</b>
    معرّف الدافع في Telegram: { $payer }
task-ask-text = اكتب ما تم فعله: سيُدوَّن في سجل الإجراءات.
task-ask-customer = لمن هذه الأموال؟ أرسل معرّف العميل (ID) أو @username، أو معرّف الدفعة أو الفاتورة.
task-ask-reason = لماذا هذا العميل؟ اكتب باختصار: سيُدوَّن في سجل الإجراءات.
task-bad-text = المطلوب نص لا يزيد عدد حروفه على { $most }.
task-close-ask =
    هل تغلق المهمة بهذه الكلمات؟

    <i>{ $text }</i>
task-give-ask =
    هل تسلّم <b>{ $amount }</b> إلى العميل <code>{ $customer }</code> { $name }؟

    الرصيد: { $before } ← { $after }
    السبب: <i>{ $reason }</i>

    ستصل رسالة إلى العميل.
task-unknown = لا توجد مهمة كهذه
task-lost = انتهت صلاحية هذا، ابدأ من جديد من فضلك
task-money-waits = هذه أموال: سلّمها إلى العميل أو أعِدها
task-refunded = أُعيدت هذه الأموال أو تجري إعادتها
task-no-amount = ليس لهذه الدفعة مبلغ بالروبل: لا يمكن إلا إعادتها
task-amount-changed = تغيّر المبلغ، ابدأ من جديد من فضلك
button-reconciliation = 🧾 مطابقة الدفاتر
button-reconcile = 🧾 المطابقة الآن
reconciliation-title = 🧾 <b>مطابقة دفاترنا مع خدمات الدفع</b>
reconciliation-none = لا توجد خدمات دفع مربوطة.
reconciliation-never = <b>{ $provider }</b>: لم تُطابَق بعد
reconciliation-line =
    <b>{ $provider }</b>: { $at } UTC
    السجلات: { $listed }، أُضيفت لاحقًا: { $settled }، الفروق: { $findings }
reconciliation-asked = بدأت المطابقة: اضغط «تحديث» بعد دقيقة

# Export
export-customers = العملاء
export-subscriptions = الاشتراكات الفعّالة
export-charges = المدفوعات
export-transfers = دفتر القيود
export-audit = سجل الإجراءات
export-caption = 📄 <b>{ $table }</b>: { $rows ->
        [zero] لا صفوف
        [one] صف واحد
        [two] صفّان
        [few] { $rows } صفوف
        [many] { $rows } صفًا
       *[other] { $rows } صف
    }
export-part = الجزء { $part }
button-admin-export = 📤 تصدير
export-title =
    📤 <b>تصدير</b>

    اختر الجدول: سيصل الملف إلى هذه المحادثة.
export-asked = نجهّز الملف: سيصل إلى هذه المحادثة
export-failed = ⚠️ تعذّر تصدير «{ $table }». السبب مكتوب في سجل الخادم؛ حاول مرة أخرى لاحقًا.
# العطل
incident-banner = ⚠️ { $text }
incident-default = قد تحدث انقطاعات الآن. نعمل على إصلاحها، واشتراكك ومالك في أمان.
button-admin-incident = 🚨 تنبيه العطل
admin-incident-title = 🚨 <b>تنبيه العطل</b>
admin-incident-on = 🔴 يراه الجميع فوق القائمة الرئيسية وفي حالة الخدمة:
admin-incident-off = ⚪️ متوقف. إن شغّلته فسيرى الجميع:
admin-incident-by = آخر تعديل: <code>{ $actor }</code>، { $at }
button-incident-on = 🔴 تشغيل
button-incident-off = ⚪️ إيقاف
button-incident-text = ✍️ تعديل النص
admin-incident-ask =
    ماذا نكتب للعملاء؟ حتى 1000 حرف.
    إن غيّرت رأيك فأرسل /cancel
admin-incident-bad = المطلوب نص من 1 إلى 1000 حرف.
admin-incident-draft = هكذا سيراه الجميع:
button-incident-save = ✅ حفظ وتشغيل
admin-draft-gone = هذا النموذج مغلق، وإليك الوضع الآن
admin-gone = لم يعد هذا موجودًا هنا
admin-choose = اختر بأحد الأزرار أدناه.

# الرموز الترويجية
button-admin-promos = 🎟 الرموز الترويجية
admin-promos-title = 🎟 <b>الرموز الترويجية</b>
admin-promos-none = لا توجد رموز بعد. هل ننشئ أول رمز؟
admin-promo-line = <code>{ $code }</code> · خصم { $percent }% · { $used } من { $max } · { $until }
promo-no-end = بلا موعد انتهاء
promo-state-active = فعّال
promo-state-deactivated = متوقف
promo-state-expired = انتهت مدته
promo-state-spent = نفد بالكامل
admin-promo-card =
    الرمز <code>{ $code }</code> — { $state }

    الخصم: <b>{ $percent }%</b>
    استُخدم: { $used } من { $max }
    محجوز لعملاء: { $held }
    فوق الحد: { $over }
    صالح حتى: { $until }
    أُنشئ: { $created }
button-promo-new = ➕ رمز ترويجي جديد
button-promo-end = ⏹ إيقاف
admin-promo-end-ask = هل توقف <code>{ $code }</code>؟ لن تُجرى به مشتريات جديدة، ولا يمكن تشغيله مرة أخرى. ومن حصل على سعر بعد الخصم يدفع به.
admin-promo-ask-code = ما اسم الرمز الترويجي؟ من 3 إلى 32 من الحروف اللاتينية والأرقام.
admin-promo-ask-percent = كم نسبة الخصم بالمئة؟ من 0 إلى 100.
admin-promo-ask-unit = ما مدة صلاحيته؟
admin-promo-ask-hours = كم ساعة؟
admin-promo-ask-days = كم يومًا؟
admin-promo-ask-months = كم شهرًا؟ الشهر 30 يومًا.
admin-promo-ask-uses = كم شخصًا يمكنه استخدامه؟
button-promo-random = 🎲 عشوائي
button-promo-hours = ساعات
button-promo-days = أيام
button-promo-months = أشهر
button-promo-unlimited = بلا موعد انتهاء
button-promo-any-uses = ♾ بلا حدود
admin-promo-bad-code = لا تصلح إلا الحروف اللاتينية والأرقام، من 3 إلى 32.
admin-promo-code-taken = هذا الرمز الترويجي فعّال بالفعل.
admin-promo-bad-percent = المطلوب عدد صحيح من 0 إلى 100.
admin-promo-bad-time = المطلوب عدد صحيح يبدأ من 1، ولا تتجاوز المدة كلها عشر سنوات.
admin-promo-bad-uses = المطلوب عدد صحيح من 1 إلى مليون.
admin-promo-summary =
    🎟 الرمز <code>{ $code }</code>

    الخصم: <b>{ $percent }%</b>
    مرات الاستخدام: { $max }
    صالح حتى: { $until }

    هل كل شيء صحيح؟
button-promo-create = ✅ إنشاء

# الرسائل الجماعية في اللوحة
button-broadcasts = 📣 الرسائل الجماعية
admin-broadcasts-title = 📣 <b>الرسائل الجماعية</b>
admin-broadcasts-none = لا توجد رسائل بعد.
admin-broadcasts-signs = 📝 مسودة · ▶️ جارية · ⏸ متوقفة مؤقتًا · ✅ مكتملة · 🚫 ملغاة
button-broadcast-new = ➕ رسالة جماعية جديدة
button-broadcast-unsubscribed = 🎯 لمن ليس لديهم اشتراك
button-broadcast-tests = 📊 اختبارات A/B
button-broadcast-test = 📊 مقارنة النصّين
button-broadcast-start = 🚀 إرسال
button-broadcast-preview = 👀 العرض مرة أخرى
button-broadcast-open = 📣 إلى الرسالة
operator-broadcast-previewed = 👀 «{ $title }»: سيراها العملاء كما في الأعلى.
operator-broadcast-previewed-ab = 👀 «{ $title }»: النصان في الأعلى، A أولًا ثم B.
button-broadcast-pause = ⏸ إيقاف مؤقت
button-broadcast-resume = ▶️ متابعة
button-broadcast-cancel = 🚫 إلغاء الرسالة
button-broadcast-one = رسالة عادية
button-broadcast-ab = اختبار A/B: نصّان مناصفةً
broadcast-state-draft = مسودة
broadcast-state-running = جارية
broadcast-state-paused = متوقفة مؤقتًا
broadcast-state-done = مكتملة
broadcast-state-cancelled = ملغاة
broadcast-kind-info = ℹ️ خبر
broadcast-kind-maintenance = 🛠 صيانة
broadcast-kind-security = 🔒 أمان
broadcast-kind-promo = 🎁 عرض
broadcast-segment-all = 👥 الجميع
broadcast-segment-active = 🟢 من لديهم اشتراك
broadcast-segment-no-subscription = 🎯 من دون اشتراك
admin-broadcast-card =
    <b>{ $title }</b> — { $state }

    النوع: { $kind }
    المستلمون: { $segment }
    أُنشئت: { $created }
admin-broadcast-reach =
    { $count ->
        [zero] لن تصل الآن إلى أي عميل.
        [one] ستصل الآن إلى عميل واحد.
        [two] ستصل الآن إلى عميلين.
        [few] ستصل الآن إلى { $count } عملاء.
        [many] ستصل الآن إلى { $count } عميلًا.
       *[other] ستصل الآن إلى { $count } عميل.
    }
admin-broadcast-preview-comes = المعاينة في طريقها إلى هذه المحادثة.
admin-broadcast-previewed = عُرضت المعاينة، ويمكن الإرسال.
admin-broadcast-progress =
    المستلمون: { $recipients }
    أُرسلت: { $sent }
    تنتظر: { $waiting }
    لم تصل: { $failed }
    غير معروف: { $unknown }
    تم تخطيهم: { $skipped }
admin-broadcast-listing = ما زلنا نُعدّ قائمة المستلمين.
admin-broadcast-left = الدقائق المتبقية تقريبًا: { $minutes }
admin-broadcast-start-ask =
    { $count ->
        [zero] هل ترسل «{ $title }»؟ لا يوجد الآن من يستلمها.
        [one] هل ترسل «{ $title }» إلى عميل واحد؟
        [two] هل ترسل «{ $title }» إلى عميلين؟
        [few] هل ترسل «{ $title }» إلى { $count } عملاء؟
        [many] هل ترسل «{ $title }» إلى { $count } عميلًا؟
       *[other] هل ترسل «{ $title }» إلى { $count } عميل؟
    }
admin-broadcast-cancel-ask = هل تلغي «{ $title }»؟ ما أُرسل يبقى لدى العملاء، ولن تمكن متابعتها بعد ذلك.
admin-broadcast-not-now = لا يمكن ذلك الآن، وإليك الوضع الحالي
admin-broadcast-not-previewed = المعاينة أولًا: ستصل خلال ثوانٍ. إن لم تصل فاضغط «العرض مرة أخرى».
admin-broadcast-not-taken = لا يقبل Telegram هذا النص، والسبب أدناه
admin-broadcast-tests-title = 📊 <b>اختبارات A/B</b>
admin-broadcast-tests-none = لا توجد اختبارات بعد: اختر «اختبار A/B» في رسالة جديدة.
admin-broadcast-test-line =
    <b>{ $title }</b> · { $at }
    النص A: { $a } ({ $partA }%)، النص B: { $b } ({ $partB }%)
admin-broadcast-test-title = 📊 <b>{ $title }</b>
admin-broadcast-variant =
    <b>النص { $variant }</b> — أُرسلت { $sent } ({ $part }%)
    المستلمون: { $recipients }، لم تصل: { $failed }، غير معروف: { $unknown }
admin-broadcast-test-total = أُرسلت في المجموع: { $sent } من { $recipients }.
admin-broadcast-ask-title = ما عنوان الرسالة؟ سطر واحد حتى 100 حرف، وسيراه العملاء.
admin-broadcast-ask-ab = نص واحد للجميع أم نقارن بين نصّين؟
admin-broadcast-ask-text = أرسل النص، حتى 3900 حرف. يبقى الخط العريض والروابط وسائر التنسيق كما هو.
admin-broadcast-ask-text-a = أرسل النص A، حتى 3900 حرف. يبقى التنسيق كما هو.
admin-broadcast-ask-text-b = والآن النص B.
admin-broadcast-ask-kind = ما نوع هذه الرسالة؟ النوع يحدد الرمز بجانب العنوان.
admin-broadcast-ask-segment = لمن نرسلها؟ بعد ذلك نعرض المعاينة، ولن يُرسل شيء بعد.
admin-broadcast-bad-title = المطلوب سطر واحد حتى 100 حرف.
admin-broadcast-bad-text = المطلوب نص حتى 3900 حرف.
admin-broadcast-bad-text-b = المطلوب نص حتى 3900 حرف، ومختلف عن النص A.

# الإحالات في اللوحة
button-admin-referrals = 🤝 الدعوات
admin-referrals-totals =
    🤝 <b>برنامج دعوة الأصدقاء</b>

    دعوا أصدقاء: { $referrers }
    المدعوون: { $invited }، يدفعون منهم: { $paying }
    الإيرادات من المدعوين: { $revenue }
    المكافآت: { $cashback }
    المتوسط لكل من دعا: { $average }
admin-referrals-top = <b>الأعلى إيرادًا</b>
admin-referrals-none = لم يدعُ أحدٌ أحدًا بعد.
admin-referrals-by-revenue = 🤝 <b>حسب الإيرادات</b>
admin-referrals-by-invited = 🤝 <b>حسب عدد المدعوين</b>
admin-referrals-by-cashback = 🤝 <b>حسب المكافآت</b>
admin-referrer-line = { $place }. { $name } — دعا { $invited } (يدفع منهم { $paying }) · { $revenue } · المكافآت { $cashback }
button-referral-by-revenue = 💰 حسب الإيرادات
button-referral-by-invited = 👥 حسب المدعوين
button-referral-by-cashback = 🎁 حسب المكافآت
button-referral-history = 🧾 سجل المكافآت
button-referral-search = 🔎 بحث
admin-rewards-title = 🧾 <b>سجل المكافآت</b>
admin-rewards-none = لا توجد مكافآت بعد.
admin-reward-line = { $at } · <code>{ $referrer }</code>: مكافأة { $amount } ({ $percent }%) عن { $base } من <code>{ $buyer }</code>
admin-referrer-reward = { $at } · مكافأة { $amount } ({ $percent }%) عن { $base } من <code>{ $buyer }</code>
admin-referrer-ask = أرسل المعرّف (ID) أو @username لمن تبحث عنه.
admin-referrer-nobody = لم يدعُ هذا العميل أحدًا بعد.
admin-referrer-card =
    🤝 <b>{ $name }</b> · <code>{ $id }</code>

    المستوى: { $level }، { $percent }%
    المدعوون: { $invited }، يدفعون منهم: { $paying }
    الإيرادات: { $revenue }
    المكافآت: { $cashback }

# نماذج الرسائل
button-admin-samples = 🧪 نماذج الرسائل
admin-samples-title =
    🧪 <b>نماذج الرسائل</b>

    اضغط على أحدها وسيرسل لك البوت الرسالة كما يراها العملاء. لن تصل إلى أحد غيرك.
admin-sample-sent = أُرسل إليك النموذج
sample-mark = 🧪 <b>نموذج.</b> المبالغ والتواريخ والمفتاح غير حقيقية.
sample-trial-started = بدء الفترة التجريبية
sample-payment-new = أول عملية شراء
sample-access-ready = المفتاح جاهز
sample-payment-renewal = تجديد
sample-renewed = تجديد تلقائي
sample-renewal-short = الرصيد لا يكفي
sample-ends-in-3-days = بقيت 3 أيام
sample-ends-in-24-hours = بقي يوم واحد
sample-ends-in-6-hours = بقيت 6 ساعات
sample-ends-in-3-hours = بقيت 3 ساعات
sample-ended = انتهى الاشتراك
sample-trial-first-hours = التجربة: 6 ساعات
sample-trial-third-day = التجربة: 48 ساعة
sample-trial-last-hours = التجربة: تنتهي قريبًا
sample-trial-ended = انتهت الفترة التجريبية
sample-wallet-credited = شحن الرصيد
sample-wallet-adjusted = تصحيح الرصيد
sample-traffic-used-up = نفدت البيانات
sample-referral-joined = انضم صديق
sample-referral-trial = صديق يجرّب
sample-commission-paid = مكافأة
sample-withdrawal-approved = قُبل السحب
sample-withdrawal-rejected = رُفض السحب
sample-refunded = إعادة المبلغ
# العملاء
button-people = 👤 العملاء
people-ask = 🔎 أرسل المعرّف (ID) أو @username أو رقم فاتورة أو دفعة.
people-lost = ضاع ما بدأته، ابدأ من جديد من فضلك.
people-changed = تغيّر شيء في هذه الأثناء: راجع البطاقة وقرّر من جديد.
people-no-access = لا يوجد اشتراك فعّال
person-title =
    👤 <b>{ $name }</b>
    المعرّف: <code>{ $id }</code>
person-since = معنا منذ { $date }، اللغة: { $language }
person-unreachable = 🔕 حظر العميل البوت: لا تصل إليه الرسائل
person-access-none = لم يكن لديه اشتراك بعد
person-access-active = ✅ باقة { $plan } حتى { $until } UTC
person-access-preparing = ⏳ باقة { $plan } حتى { $until } UTC، والمفتاح قيد التجهيز
person-access-ended = ⌛️ انتهت باقة { $plan } في { $until } UTC
person-key =
    🔑 المفتاح مخفي، { $count ->
        [zero] ولم يُستبدل
        [one] واستُبدل مرة واحدة
        [two] واستُبدل مرتين
        [few] واستُبدل { $count } مرات
        [many] واستُبدل { $count } مرة
       *[other] واستُبدل { $count } مرة
    }
person-key-changing = 🔄 يجري استبدال المفتاح: لم تؤكّد العُقد ذلك بعد
person-renewals = 🔁 مرات التجديد: { $count }
person-vip = 👑 VIP
person-discount = 🏷 خصم { $percent }% دائم
person-discount-until = 🏷 خصم { $percent }% حتى { $until } UTC
person-balance = 💰 الرصيد: { $amount }
person-debt = ⚠️ الدَّين: { $amount }
button-other-person = 🔎 عميل آخر
button-gift = 🎁 منح الوصول
button-revoke = ⛔️ إنهاء الوصول
button-rekey = 🔑 استبدال المفتاح
button-rekey-runs = 🔄 يجري استبدال المفتاح…
gift-plan = 🎁 أي باقة تمنح؟
gift-length = 🎁 باقة { $plan }: لأي مدة؟
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
gift-type-m = كم دقيقة؟ أرسل رقمًا.
gift-type-h = كم ساعة؟ أرسل رقمًا.
gift-type-d = كم يومًا؟ أرسل رقمًا.
gift-bad-count = المطلوب عدد صحيح أكبر من صفر، ولمدة لا تتجاوز عشر سنوات.
gift-tell = 🎁 باقة { $plan }، { $length }. هل نُخبر العميل؟
button-tell = 🔔 إخبار العميل
button-tell-not = 🔕 دون إخباره
gift-ask =
    🎁 <b>باقة { $plan }، { $length }</b>

    الآن حتى: { $before }
    سيصبح حتى: { $after } UTC
gift-no-end = لا يوجد اشتراك
gift-told = 🔔 ستصل رسالة إلى العميل.
gift-told-not = 🔕 لن نكتب شيئًا إلى العميل.
revoke-tell = ⛔️ إنهاء الوصول. هل نُخبر العميل؟
revoke-ask =
    ⛔️ <b>هل تنهي باقة { $plan }؟</b>

    الآن حتى: { $before }
    ستنتهي: فورًا
rekey-ask = 🔑 هل تستبدل المفتاح الصادر في { $issued } UTC؟ سيتوقف القديم حالما تعرف العُقد المفتاح الجديد، وستصل رسالة إلى العميل.
rekey-runs = يجري استبدال المفتاح: لم تؤكّد العُقد المفتاح الجديد بعد
notice-access-granted =
    🎁 <b>أهديناك اشتراكًا</b>

    باقة { $plan } فعّالة حتى { $until } UTC.
notice-access-revoked =
    ⛔️ <b>أنهينا اشتراكك</b>

    إن لم تكن تتوقع ذلك فراسلنا وسننظر في الأمر.
notice-key-reissued =
    🔑 <b>استبدلنا مفتاحك</b>

    المفتاح القديم لم يعد يعمل. إن كان تطبيقك متصلًا عبر الرابط فسيتحدّث تلقائيًا، وإن كنت قد أضفت المفتاح يدويًا فأدخل المفتاح الجديد:
person-history = 🧾 <b>سجل <code>{ $id }</code></b>، صفحة { $page }
person-grant = { $what }، باقة { $plan } حتى { $until }
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
person-line-refund-clawed = ↩️ إعادة المال
person-line-withdrawal-held = 💸 طلب سحب
person-line-withdrawal-returned = 💸 رُفض السحب
person-line-adjustment = ✏️ تصحيح الرصيد
person-line-receivable-collected = سدادًا للدَّين
people-done-before = تم هذا من قبل
button-discount = 🏷 منح خصم
button-discount-end = 🏷 إلغاء الخصم
button-vip-give = 👑 منح VIP
button-vip-take = 👑 إلغاء VIP
button-type = ✍️ كتابة رقم
button-wallet-in = ➕ إضافة إلى الرصيد
button-wallet-out = ➖ خصم من الرصيد
discount-percent = 🏷 أي خصم تمنح؟
discount-type = كم نسبة الخصم بالمئة؟ أرسل رقمًا من 1 إلى 99.
discount-bad-percent = المطلوب عدد صحيح من 1 إلى 99.
discount-days = 🏷 خصم { $percent }%: لأي مدة؟
discount-type-days = لكم يومًا؟ أرسل رقمًا، و0 يعني بلا موعد انتهاء.
discount-bad-days = المطلوب عدد صحيح من الأيام لا يتجاوز عشر سنوات، و0 يعني بلا موعد انتهاء.
discount-for-good = بلا موعد انتهاء
discount-ask = 🏷 هل تمنح خصم { $percent }%، المدة: { $days }؟
discount-exists = هناك خصم بالفعل: ألغِه أولًا
discount-end-ask = 🏷 هل تلغي خصم { $percent }%؟
wallet-amount-in = ➕ كم نضيف؟ الرصيد الآن { $balance }. أرسل المبلغ بالروبل.
wallet-amount-out = ➖ كم نخصم؟ الرصيد الآن { $balance }. أرسل المبلغ بالروبل.
wallet-bad-amount = المطلوب مبلغ أكبر من صفر ولا يزيد على مليون، مثلًا: 150 أو 99.50
wallet-holds-less = لا يوجد هذا المبلغ في الرصيد.
wallet-reason-in = ما سبب إضافة { $amount }؟ سيرى العميل هذه الكلمات.
wallet-reason-out = ما سبب خصم { $amount }؟ سيرى العميل هذه الكلمات.
wallet-bad-reason = لا بد من سبب لا يزيد عدد حروفه على { $max }.
wallet-ask-in = ➕ <b>هل تضيف { $amount } إلى رصيد العميل { $id }؟</b>
wallet-ask-out = ➖ <b>هل تخصم { $amount } من رصيد العميل { $id }؟</b>
wallet-ask-balance = الرصيد: { $before } ← { $after }
wallet-ask-debt = سدادًا للدَّين أولًا: { $amount }
wallet-ask-reason = السبب: { $reason }
button-keys = 🔑 المفاتيح
keys-title = 🔑 <b>المفاتيح</b>
keys-never = لم تُستبدل المفاتيح للجميع من قبل.
keys-running = 🔄 نستبدلها للجميع منذ { $started } UTC
keys-cancelled = ⏹ آخر استبدال بدأ في { $started } UTC وأُوقف
keys-done = ✅ آخر استبدال للجميع كان في { $started } UTC
keys-listing = ما زلنا نُعدّ القائمة.
keys-counts =
    الإجمالي: { $total }
    تم: { $done }
    تم تخطيهم: { $skipped }
    لم ينجح: { $failed }
    المتبقي: { $left }
keys-time-left =
    { $minutes ->
        [zero] المتبقي أقل من دقيقة
        [one] المتبقي نحو دقيقة واحدة
        [two] المتبقي نحو دقيقتين
        [few] المتبقي نحو { $minutes } دقائق
        [many] المتبقي نحو { $minutes } دقيقة
       *[other] المتبقي نحو { $minutes } دقيقة
    }
keys-as-of = حتى { $at } UTC
button-rekey-one = 🔎 لعميل واحد
button-rekey-all = 🔁 للجميع
button-rekey-stop = ⏹ إيقاف
button-rekey-all-yes = 🔁 نعم، للجميع
button-continue = متابعة
keys-ask =
    🔁 <b>هل تستبدل مفاتيح الجميع؟</b>

    { $count ->
        [zero] لا يوجد الآن عملاء لديهم اشتراك فعّال.
        [one] سيحصل عميل واحد لديه اشتراك فعّال على مفتاح جديد.
        [two] سيحصل عميلان لديهما اشتراك فعّال على مفتاح جديد.
        [few] سيحصل { $count } عملاء لديهم اشتراك فعّال على مفتاح جديد.
        [many] سيحصل { $count } عميلًا لديهم اشتراك فعّال على مفتاح جديد.
       *[other] سيحصل { $count } عميل لديهم اشتراك فعّال على مفتاح جديد.
    }
    ستصل رسالة إلى كل منهم. يتوقف المفتاح القديم حالما تعرف العُقد المفتاح الجديد.
keys-ask-again = من أضاف المفتاح يدويًا سيبقى بلا VPN حتى يُدخل المفتاح الجديد. هل تستبدلها للجميع حقًا؟
keys-old-question = هذا السؤال قديم: راجع عدد العملاء مرة أخرى
keys-runs = يجري استبدال المفاتيح بالفعل
keys-stop-ask = هل توقف الاستبدال؟ من استُبدل مفتاحه يحتفظ بالجديد.
keys-report-done = ✅ <b>استُبدلت مفاتيح الجميع</b>
keys-report-cancelled = ⏹ <b>أُوقف استبدال المفاتيح</b>
keys-failed = لم ينجح لدى: { $ids }
