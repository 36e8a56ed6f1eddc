# The canonical catalogue: every other one has exactly these keys and arguments.
language-name = 🇷🇺 Русский
language-prompt = Выберите язык
language-saved = Язык сохранён

menu-welcome =
    👋 <b>{ $name }</b>, это <b>Atlas Secure</b> — быстрый и надёжный VPN.

    Выберите тариф, оплатите в пару касаний и подключайтесь за несколько секунд.
menu-active =
    👋 <b>{ $name }</b>, вы под защитой <b>Atlas Secure</b>.

    ✅ Доступ активен до <b>{ $until }</b>
button-buy = 🛒 Купить подписку
button-renew = 🔄 Продлить подписку
button-profile = 👤 Профиль
button-top-up = 💳 Пополнить баланс
button-instruction = 📲 Как подключиться
button-help = 💬 Поддержка
button-info = ℹ️ О сервисе
button-language = 🌐 Язык
button-back = ⬅️ Назад
button-menu = 🏠 Главное меню
button-plans = 🛒 К тарифам
button-referrals = 🎁 Пригласить друзей
button-promo = 🎟 Ввести промокод
button-withdraw = 💸 Вывести деньги
button-retry = 🔁 Попробовать ещё раз

plan-basic = Basic
plan-plus = Plus
plans-title =
    <b>Выберите тариф</b>

    🔹 <b>Basic</b> — для повседневных задач: сайты, мессенджеры, видео.

    🔸 <b>Plus</b> — приоритетный сервер и стабильная скорость.

    Один ключ на человека, до 5 устройств.
plan-button = { $plan } — от { $price }
period-title =
    Тариф <b>{ $plan }</b>

    На какой срок?
period-months = { $months ->
        [one] { $months } месяц
        [few] { $months } месяца
       *[many] { $months } месяцев
    }
period-button = { $period } — { $price }
discount-promo = 🎟 Промокод <b>{ $code }</b>: скидка { $percent } %
discount-promo-nameless = 🎟 Скидка по промокоду: { $percent } %
discount-vip = 👑 Скидка VIP: { $percent } %
discount-personal = 🤝 Ваша личная скидка: { $percent } %
promo-gone = Этим промокодом воспользоваться уже нельзя — цена посчитана без него.
promo-ask =
    🎟 <b>Промокод</b>

    Отправьте код сообщением — и сразу увидите цены со скидкой.
promo-ask-again =
    🎟 Сейчас применён промокод <b>{ $code }</b>: скидка { $percent } %.

    Отправьте другой код, чтобы заменить его, или вернитесь к тарифам.
promo-bad =
    Такой промокод не подходит: возможно, в нём опечатка, он закончился или вы им уже пользовались.

    Отправьте другой или вернитесь к тарифам.
promo-applied = ✅ Промокод <b>{ $code }</b> принят: скидка { $percent } %. Она действует 5 минут — выберите тариф.
promo-smaller = ℹ️ Ваша скидка { $own } % больше. Пока код применён, цена считается по нему — это несколько минут.
method-head = Тариф <b>{ $plan }</b>, { $period }
method-price = К оплате: <b>{ $price }</b>
method-price-reduced = К оплате: <b>{ $price }</b> вместо <s>{ $listPrice }</s>
method-balance = На балансе: { $balance }
method-ask = Как вам удобнее оплатить?
button-pay-wallet = 👛 С баланса ({ $balance })
button-pay-card = 💳 Банковской картой
button-pay-yookassa = 🏦 ЮKassa: карта или СБП
button-pay-crypto = 💎 Криптовалютой
button-pay-stars = ⭐️ Звёздами Telegram
button-pay-free = 🎁 Получить бесплатно
below-minimum = Этим способом можно заплатить не меньше { $minimum }. Выберите другой способ.
quote-refreshed = Цена обновлена — проверьте и подтвердите
wallet-short =
    На балансе не хватает <b>{ $shortage }</b>.

    Цена: { $price }
    Баланс: { $balance }
purchase-done =
    ✅ <b>Оплачено</b>

    Доступ до <b>{ $until }</b>
    Остаток на балансе: { $balance }
purchase-free-done =
    🎁 <b>Готово, платить не нужно</b>

    Доступ до <b>{ $until }</b>
purchase-key-follows = 🔑 Ключ придёт следующим сообщением.

invoice-title =
    <b>Счёт на { $price }</b>
    { $what }
invoice-how-crypto = Нажмите «Оплатить», выберите монету и подтвердите перевод. Как только он пройдёт, мы сразу напишем — ничего больше нажимать не нужно.
invoice-how-yookassa = Нажмите «Оплатить» — откроется страница ЮKassa: там можно заплатить картой, через СБП или кошельком. Как только деньги придут, мы сразу напишем.
invoice-how-card = Счёт — в сообщении ниже: нажмите в нём «Заплатить» и укажите карту. Как только оплата пройдёт, мы сразу напишем.
invoice-how-stars = Счёт на { $stars ->
        [one] { $stars } звезду
        [few] { $stars } звезды
       *[many] { $stars } звёзд
    } — в сообщении ниже: нажмите в нём «Заплатить». Как только оплата пройдёт, мы сразу напишем.
invoice-left =
    Счёт действует ещё { $minutes ->
        [one] { $minutes } минуту
        [few] { $minutes } минуты
       *[many] { $minutes } минут
    }.
invoice-what-purchase = Тариф { $plan }, { $period }
invoice-what-top-up = Пополнение баланса
invoice-description-purchase = Atlas Secure: { $plan }, { $period }
invoice-description-top-up = Atlas Secure: пополнение баланса
button-pay-now = 💳 Оплатить { $price }
button-check-payment = 🔎 Проверить оплату
button-cancel-invoice = ✖️ Отменить счёт
invoice-not-paid-yet = Оплата пока не пришла. Обычно это занимает до минуты.
invoice-already-paid = Оплата получена ✅
invoice-cancelled = Счёт отменён. Если вы всё же успели его оплатить, деньги не пропадут.
invoice-gone = Этот счёт уже закрыт
provider-away =
    Платёжный сервис сейчас не отвечает. Деньги не списаны.

    Попробуйте ещё раз через минуту или выберите другой способ.

top-up-title =
    <b>Пополнение баланса</b>
    Сейчас: { $balance }

    Выберите сумму
button-top-up-custom = ✍️ Другая сумма
top-up-ask = Напишите сумму в рублях, от 100 до 100 000
top-up-bad-amount = Нужно целое число рублей от 100 до 100 000. Например: 500
top-up-method-title =
    Пополнение на <b>{ $price }</b>

    Выберите способ оплаты

profile-title =
    👤 <b>{ $name }</b>
    ID: <code>{ $id }</code>

    👛 Баланс: <b>{ $balance }</b>
profile-none = 🔒 Подписки пока нет
profile-ended = ⌛️ Подписка закончилась { $until }
profile-preparing = ⏳ Оплачено до <b>{ $until }</b> UTC. Готовим ваш ключ — это занимает несколько секунд.
profile-active = ✅ Подписка активна до <b>{ $until }</b> UTC
profile-held = 💸 Ждёт вывода: <b>{ $amount }</b>
button-key = 🔑 Показать ключ
button-qr = 📷 QR-код
key-message = 🔑 Ваш ключ — нажмите, чтобы скопировать:
key-sent = Ключ отправлен сообщением
key-none = Активной подписки пока нет
key-preparing = Ключ ещё готовится — пришлём его сюда
qr-caption = Отсканируйте код в приложении

notice-payment-new =
    ✅ <b>Оплата { $price } получена</b>

    Доступ до <b>{ $until }</b>. Ключ придёт следующим сообщением.
notice-payment-renewal =
    ✅ <b>Оплата { $price } получена</b>

    Подписка продлена до <b>{ $until }</b>. Ключ остаётся прежним.
notice-payment-late = Счёт к этому времени уже закрылся, но оплату мы приняли.
notice-payment-excess = Вы заплатили больше, чем в счёте: { $excess } осталось у вас на балансе.
notice-wallet-credited =
    💰 <b>Баланс пополнен на { $price }</b>

    Теперь на балансе { $balance }
notice-already-paid =
    💰 <b>Оплата { $price } получена — на баланс</b>

    Этот счёт был уже оплачен, поэтому деньги остались у вас. Теперь на балансе { $balance }
notice-underpaid =
    💰 <b>Получено { $price } — меньше, чем в счёте</b>

    Деньги не пропали: они на балансе, теперь там { $balance }
notice-commission =
    🎁 <b>Вам начислено { $amount }</b>

    Ваш друг оплатил подписку или пополнил баланс — это { $percent } % от суммы. Деньги уже на балансе.

    Ваш уровень: { $level }
notice-referral-joined =
    👋 <b>По вашей ссылке пришёл новый друг</b>

    Вы будете получать процент с каждой его оплаты.
notice-withdrawal-approved =
    ✅ <b>Вывод { $amount } одобрен</b>

    Деньги придут в течение 3 рабочих дней.
notice-withdrawal-rejected =
    ↩️ <b>Вывод { $amount } отклонён</b>

    Деньги вернулись на баланс.
notice-withdrawal-reason = Причина: { $reason }
notice-withdrawal-contact = Если остались вопросы, напишите в поддержку.
notice-refunded = ↩️ <b>Платёж возвращён: { $amount }</b>
notice-refunded-wallet = С баланса списано { $amount }.
notice-refunded-debt = Ещё { $amount } спишем из ближайших поступлений на баланс.
notice-refunded-shortened = Доступ теперь действует до <b>{ $until }</b>.
notice-refunded-over = Доступ по этому платежу закончился.
notice-refunded-kept = Срок доступа не изменился.
notice-adjusted-up =
    💰 <b>На баланс зачислено { $amount }</b>

    Причина: { $reason }
    Теперь на балансе { $balance }
notice-adjusted-down =
    💰 <b>С баланса списано { $amount }</b>

    Причина: { $reason }
    Теперь на балансе { $balance }
notice-traffic-used-up =
    📶 <b>Трафик израсходован: { $limit } ГБ</b>

    Подключение приостановлено, ключ остаётся прежним.
notice-traffic-resets = { $date } оно снова заработает само.
notice-traffic-support = Чтобы получить ещё, напишите в поддержку.
notice-access-ready =
    🎉 <b>Доступ готов</b> — до { $until }

    🔑 Ваш ключ, нажмите, чтобы скопировать:

instruction-text =
    📲 <b>Как подключиться</b>

    1. Установите приложение <b>v2RayTun</b> для вашего устройства.
    2. Откройте профиль в этом боте и скопируйте ключ.
    3. В приложении нажмите «+» и выберите «Импорт из буфера обмена».
    4. Включите соединение.

    Не подключается? Обновите приложение, проверьте дату и время на устройстве и напишите нам.
button-ios = 🍏 iPhone и iPad
button-android = 🤖 Android
button-desktop = 💻 Компьютер
help-text =
    💬 <b>Поддержка</b>

    Опишите, что случилось, — поможем.
button-help-contact = Написать в поддержку
info-text =
    ℹ️ <b>Atlas Secure</b>

    VPN на протоколе VLESS. Мы не ведём журналов посещений, а каждый ваш платёж можно проверить по нашей книге учёта.

error-try-later = Что-то пошло не так. Мы уже знаем; попробуйте чуть позже.
error-stale = Эта кнопка устарела — вот свежий экран
too-often =
    Слишком часто. Попробуйте снова через { $seconds ->
        [one] { $seconds } секунду
        [few] { $seconds } секунды
       *[many] { $seconds } секунд
    }.
payments-off = ⏸ Оплата ненадолго приостановлена. Деньги на балансе целы, а то, что уже оплачено, будет зачислено. Попробуйте чуть позже.
unknown-text = Я понимаю кнопки и команды. Главное меню — по кнопке ниже.

command-start = Главное меню
command-profile = Профиль и ключ
command-buy = Купить или продлить
command-referral = Пригласить друзей
command-instruction = Как подключиться
command-help = Поддержка
command-info = О сервисе
command-language = Язык

referral-title =
    🎁 <b>Приглашайте друзей — получайте { $percent } % с каждой их оплаты</b>

    Ваша ссылка:
    <code>{ $link }</code>

    Уровень: <b>{ $level }</b>
    Перешли по ссылке: { $invited }
    Из них платят: { $paying }
    Заработано: <b>{ $earned }</b>
referral-to-next = { $missing ->
        [one] До следующего уровня не хватает { $missing } платящего друга
        [few] До следующего уровня не хватает { $missing } платящих друзей
       *[many] До следующего уровня не хватает { $missing } платящих друзей
    }
referral-highest = Это высший уровень 🏆
referral-level-silver = Silver Access
referral-level-gold = Gold Access
referral-level-platinum = Platinum Access
button-share = 📤 Поделиться ссылкой
referral-share-text = Быстрый и надёжный VPN — Atlas Secure

withdrawal-ask =
    💸 <b>Вывод денег</b>

    На балансе { $balance }. Напишите сумму: не меньше { $minimum } и не больше, чем на балансе.
withdrawal-too-little = Вывести можно от { $minimum }. Сейчас на балансе { $balance }.
withdrawal-waits =
    Сейчас можно вывести { $amount }: вознаграждение за друга становится доступно через { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    } после его оплаты. Потратить его на подписку можно сразу.
withdrawal-bad-amount = Не получилось прочитать сумму. Напишите её числом, например: 1500 или 1500,50
withdrawal-below-minimum = Это меньше минимума: вывести можно от { $minimum }. Напишите другую сумму.
withdrawal-above-balance = На балансе только { $balance }. Напишите сумму поменьше.
withdrawal-ask-details =
    Выводим <b>{ $amount }</b>.

    Куда перевести? Напишите одним сообщением номер карты или телефон для СБП, банк и имя получателя.
withdrawal-bad-details = Нужно от 5 до 500 символов: номер карты или телефон, банк и имя получателя.
withdrawal-confirm =
    💸 <b>Проверьте заявку</b>

    Сумма: <b>{ $amount }</b>
    Куда: <code>{ $preview }</code>

    После подтверждения эта сумма будет отложена на балансе до решения — обычно в течение дня.
button-withdraw-send = ✅ Подтвердить
button-cancel = ✖️ Отменить
withdrawal-sent =
    ✅ <b>Заявка на { $amount } принята</b>

    Мы проверим её и напишем вам. На балансе осталось { $balance }.
withdrawal-debt = Сначала нужно закрыть долг по возвращённому платежу — напишите в поддержку, поможем разобраться.
withdrawal-short = На балансе уже не хватает денег: сейчас там { $balance }.
withdrawal-lost = Заявка устарела — начните, пожалуйста, заново
withdrawal-decided = Эта заявка на вывод уже рассмотрена

admin-title =
    🛠 <b>Панель магазина</b>
    Ваша роль: { $role }

    Выводы на решении: { $withdrawals }
    Открытые задачи: { $tasks }
button-admin = 🛠 В начало
button-admin-withdrawals = 💸 Выводы
button-admin-tasks = 📋 Задачи
admin-withdrawals-title = 💸 <b>Выводы на решении</b> — стр. { $page } из { $pages }
admin-withdrawals-none = 💸 Выводов на решении нет.
admin-withdrawal-line = { $amount } · { $customer } · { $at }
admin-withdrawal-card =
    💸 <b>Вывод { $amount }</b>

    Клиент: <code>{ $customer }</code>
    Осталось на балансе: { $balance }
    Заявка: <code>{ $id }</code>
admin-withdrawal-approvals = Согласны: { $given } из { $needed } — нужны разные администраторы
admin-withdrawal-details = Реквизиты: <code>{ $details }</code>
admin-withdrawal-approved = ✅ Одобрено. Переведите деньги клиенту.
admin-withdrawal-rejected = ↩️ Отклонено, деньги вернулись на баланс клиента.
admin-withdrawal-reject-ask =
    Отклонить вывод <b>{ $amount }</b>? Деньги вернутся на баланс клиента, и он увидит причину.
admin-withdrawal-approve-ask =
    Одобрить вывод <b>{ $amount }</b>? Клиент сразу получит сообщение, а деньги вы переводите сами: отменить это нельзя.

    Реквизиты: <code>{ $details }</code>
withdrawal-reason-details = реквизиты не подошли
withdrawal-reason-check = заявка не прошла проверку
withdrawal-reason-asked = по вашей просьбе
button-reject-details = Реквизиты не подошли
button-reject-check = Не прошла проверку
button-reject-asked = По просьбе клиента
button-approve = ✅ Одобрить
button-reject = ↩️ Отклонить
button-details = 🔐 Реквизиты
button-page-back = ◀️
button-page-on = ▶️
admin-unknown = Такой заявки нет
admin-decided = Эта заявка уже решена
admin-debt = Клиент должен магазину: сначала возврат долга. Отклоните заявку — сумма пойдёт в счёт долга.
admin-same = Вы уже согласились — нужен другой администратор
admin-own = Себе это может сделать только владелец — попросите коллегу
admin-off = Действия администраторов выключены
admin-second-needed = Ваше согласие записано. Нужен ещё один администратор
admin-tasks-title = 📋 <b>Открытые задачи</b> — стр. { $page } из { $pages }
admin-tasks-none = 📋 Открытых задач нет.
admin-task =
    📋 <b>{ $what }</b>
    { $details }
    <code>{ $command }</code>
task-suspended-charge = Деньги, у которых нет хозяина
task-refund-declined = Провайдер не вернул деньги
task-reconciliation = Книги провайдера расходятся с нашими
task-notice-unreadable = Непонятное уведомление провайдера
task-ledger = Проверка книг нашла ошибку
chain-head =
    🔗 Звено <b>{ $sequence }</b>, { $at } UTC
    <code>{ $hash }</code>

    Не удаляйте это сообщение: по нему видно, что записи потом не переписали.

precheckout-gone = Этот счёт уже не действует. Деньги не списаны — вернитесь в бот и выберите тариф заново.
precheckout-paid = Этот счёт уже оплачен. Второй раз платить не нужно.
precheckout-stranger = Этот счёт выставлен другому человеку. Откройте бот и выберите тариф для себя.
precheckout-changed = Сумма счёта изменилась. Деньги не списаны — вернитесь в бот и выберите тариф заново.
precheckout-try-again = Не получилось проверить счёт. Деньги не списаны — попробуйте ещё раз через минуту.

button-connect = 📲 Подключить устройство
button-new-link = 🔁 Новая ссылка
button-new-link-yes = 🔁 Заменить ссылку
new-link-ask =
    🔁 <b>Заменить ссылку на подписку?</b>

    Старая перестанет открываться сразу: приложения, которые обновляются по ней, нужно будет подключить заново.
new-link-done = Готово: ссылка заменена, старая больше не открывается.

device-limit-announce = Достигнут лимит устройств. Удалите лишнее в боте: Профиль → Устройства — и обновите подписку.
connect-title = 📲 <b>Ваша ссылка на подписку</b> — нажмите, чтобы скопировать:
connect-steps =
    1. Установите одно из приложений ниже.
    2. Нажмите его кнопку — подписка добавится сама. Или вставьте ссылку в приложение вручную.
    3. Включите соединение.
connect-qr-caption = Наведите камеру другого устройства: код откроет вашу подписку
button-connect-page = 🌐 Открыть страницу
button-connect-qr = 📷 QR-код ссылки
button-devices = 📱 Устройства
button-devices-clear = 🗑 Удалить все
devices-title = 📱 <b>Устройства: { $count } из { $limit }</b>
devices-title-any = 📱 <b>Устройства: { $count }</b>, без ограничения
devices-empty = Пока пусто: устройство появится здесь, когда приложение на нём загрузит подписку.
devices-note = Удалённое устройство освобождает место сразу и может подключиться снова. Приложения, которые не называют своё устройство, здесь не видны.
devices-more = …и ещё { $rest }
devices-removed = Удалено
devices-gone = Этого устройства уже нет в списке
device-line =
    { $number }. <b>{ $name }</b>{ $details }
    { $seen }
device-seen = Обновлялось { $ago }
device-seen-now = Обновлялось в последний час
device-unnamed = Без названия
button-new-key = 🔑 Новый ключ
button-new-key-yes = 🔑 Выпустить новый
new-key-ask =
    🔑 <b>Выпустить новый ключ?</b>

    Сделайте это, если ключ попал к чужим. Приложения возьмут новый сами, когда обновят подписку; старый перестанет работать через несколько секунд.
new-key-done = Готово: новый ключ уже на серверах. Обновите подписку в приложениях.
new-key-no-access = Подписки сейчас нет
new-key-too-often = Новый ключ можно выпустить три раза в сутки. Если нужно ещё — напишите в поддержку.
profile-traffic = 📶 Трафик: { $used } ГБ
profile-traffic-limit = 📶 Трафик: { $used } из { $limit } ГБ
profile-traffic-resets = начнётся заново { $date }
profile-suspended = ⏸ Трафик израсходован, подключение приостановлено
button-trial = 🎁 Попробовать 3 дня бесплатно
trial-started =
    🎉 <b>Пробный период начался</b> — до { $until } (UTC).

    Ключ придёт следующим сообщением.
trial-not-for-you = Пробный период можно взять один раз и до первой покупки
button-renewal-on = 🔄 Включить автопродление
button-renewal-off = ⏹ Выключить автопродление
renewal-on = Автопродление включено
renewal-off = Автопродление выключено
profile-renews = 🔄 Автопродление: { $plan }, { $period } — { $price } с баланса незадолго до окончания
profile-renews-short = ⚠️ Для продления не хватает { $missing }
profile-renews-not = 🔄 Автопродление выключено
just-renewed =
    🔄 Подписка только что продлилась сама — до <b>{ $until }</b>.

    Второй раз платить не нужно. Если хотите продлить ещё, вернитесь через пять минут.
notice-ends = ⏳ <b>Подписка действует до { $until }</b>
notice-left-hours = Осталось { $hours ->
        [one] { $hours } час
        [few] { $hours } часа
       *[many] { $hours } часов
    }.
notice-left-days = Осталось { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }.
notice-ends-renews = Автопродление включено: если на балансе хватит денег, подписка продлится сама.
notice-ended =
    ⌛️ <b>Подписка закончилась</b>

    Купите её снова — ключ останется прежним, в приложении ничего менять не нужно.
notice-trial-first-hours =
    👋 <b>Пробный период идёт до { $until }</b>

    Всё подключилось? Если нет — вот инструкция, а поддержка поможет с остальным.
notice-trial-third-day = 🎁 <b>Пробный период подходит к концу</b>
notice-trial-last-hours = ⏳ <b>Пробный период скоро закончится</b>
notice-trial-ended =
    ⌛️ <b>Пробный период закончился</b>

    Если понравилось — купите подписку: ключ останется прежним, в приложении ничего менять не нужно.
notice-renewed =
    🔄 <b>Подписка продлилась до { $until }</b>

    С баланса списано { $price }.
notice-renewal-short =
    💳 <b>Не хватило денег на продление { $plan }</b>

    Подписка действует до { $until }, на балансе { $balance }. Пополните баланс — и она продлится сама.
notice-referral-trial = 🎁 Приглашённый вами друг начал пробный период. Вознаграждение придёт, когда он оплатит подписку.
stuck-title = 🚧 Оплачено, но ещё не работает: { $count }
stuck-line = { $customer }: с { $since } UTC, попыток { $attempts }

# Рассылки
broadcast-info = ℹ️ <b>{ $title }</b>
broadcast-maintenance = 🛠 <b>{ $title }</b>
broadcast-security = 🔒 <b>{ $title }</b>
broadcast-promo = 🎁 <b>{ $title }</b>
operator-broadcast-done = 📣 <b>Рассылка «{ $title }» завершена</b>
operator-broadcast-paused = ⏸ <b>Рассылка «{ $title }» остановлена</b>
operator-broadcast-counts =
    Получателей: { $recipients }
    Доставлено: { $sent }
    Не доставлено: { $failed }
    Неизвестно: { $unknown }
    Пропущено: { $skipped }
operator-broadcast-problem = Telegram не принимает текст: { $problem }
system-trouble = 🚨 Не всё в порядке:
system-line = • { $component }: { $status } ({ $reason }) с { $since } UTC
system-well = ✅ Снова всё в порядке

outage-apology = ⏳ Сервис ненадолго недоступен. Ваше действие сохранено и будет выполнено, повторять его не нужно.

button-repeat = 🔁 Как в прошлый раз — { $price }
button-history = 🧾 История
history-title = 🧾 <b>История подписки</b>
history-none = Пока пусто.
history-line =
    { $at } · { $what } · { $plan }
    до { $until }
history-purchase = покупка
history-renewal = продление
history-promo = бесплатно по промокоду
history-operator = подарок от нас
history-trial = пробный период
button-status = 🟢 Статус сервиса
button-status-again = 🔄 Обновить
status-title = <b>Статус сервиса</b>
status-access-well = ✅ Серверы VPN работают
status-access-slow = ⚠️ Часть серверов VPN недоступна — мы уже чиним
status-access-down = ⛔️ Серверы VPN сейчас недоступны — мы уже чиним
status-payments-well = ✅ Оплата работает
status-payments-slow = ⚠️ Оплата проходит с задержкой
status-kept = Всё, что вы оплатили, сохранится: доступ придёт сам, ничего нажимать не нужно.
button-privacy = 🔏 Конфиденциальность
button-channel = 📣 Наш канал
privacy-text =
    🔏 <b>Конфиденциальность</b>

    Мы храним ваш Telegram ID и имя, оплаты, срок подписки и объём трафика — чтобы подписка работала, а деньги сходились.

    Мы не записываем, какие сайты вы открываете и что по ним передаёте. Данные карт видит только платёжный сервис.
button-levels = ❓ Как это работает
levels-title =
    ❓ <b>Как это работает</b>

    Друг открывает вашу ссылку и платит — вы сразу получаете процент на баланс. Чем больше платящих друзей, тем выше уровень:
levels-first = <b>{ $level }</b> — { $percent } %, с первого друга
levels-line = <b>{ $level }</b> — { $percent } %, от { $from } платящих
levels-note = Деньги с баланса можно потратить на подписку или вывести.

button-admin-system = 🩺 Состояние
button-admin-features = 🎚 Выключатели
admin-system-green = 🟢 <b>Всё в порядке</b>
admin-system-yellow = 🟡 <b>Есть на что посмотреть</b>
admin-system-red = 🔴 <b>Магазин не может продавать</b>
admin-component-database = База данных
admin-component-payments = Платёжные сервисы
admin-component-vpn_api = Узлы VPN
admin-state-healthy = в порядке
admin-state-degraded = частично
admin-state-unavailable = сбой
admin-features-title =
    🎚 <b>Выключатели</b>

    Действуют сразу и во всех процессах. Действия администраторов выключаются только командой atlas flag.
feature-payments = Оплата
feature-vpn-provisioning = Выдача доступа
feature-auto-renewal = Автопродление
feature-background-workers = Фоновая работа
feature-admin-actions = Действия администраторов
button-feature-off = ⏸ Выключить: { $feature }
button-feature-on = 🟢 Включить: { $feature }
admin-feature-off-ask = Выключить «{ $feature }»? Клиенты заметят это сразу.
admin-feature-on-ask = Включить «{ $feature }»?
button-yes = ✅ Да
admin-feature-done = Готово: действует во всех процессах
admin-system-line = • { $component }: { $state }

admin-no-right = Для этого нужна другая роль
admin-done = Готово
role-owner = Владелец
role-admin = Администратор
role-support = Поддержка
role-accountant = Бухгалтер
role-auditor = Аудитор
role-owner-may = Может всё, и только владелец назначает роли.
role-admin-may = Может всё, кроме назначения ролей.
role-support-may = Видит клиентов и состояние магазина, выдаёт и отзывает доступ. Денег не видит.
role-accountant-may = Видит клиентов, деньги и журнал, правит балансы, решает о выводах, выгружает отчёты.
role-auditor-may = Видит всё и выгружает отчёты, но ничего не меняет.
button-admin-team = 👥 Команда
admin-team-title =
    👥 <b>Команда</b>

    Роль действует сразу: со следующего нажатия.
button-team-add = ➕ Добавить
admin-team-ask = Отправьте ID или @username того, кто уже запускал бота.
admin-person-unknown = Такого клиента нет.
admin-member =
    👤 { $name } · <code>{ $id }</code>
    Роль: <b>{ $role }</b>
admin-member-none = нет
admin-member-appointed = Назначен в настройках сервера: здесь это не меняется.
button-role-take = 🚫 Забрать роль
admin-role-ask = Назначить <code>{ $id }</code> роль «{ $role }»?
admin-role-take-ask = Забрать роль у <code>{ $id }</code>?

# Insight
button-admin-dashboard = 📊 Сводка
button-admin-statistics = 📈 Статистика
button-admin-analytics = 💰 Аналитика
button-admin-metrics = ⏱ Показатели
button-admin-audit = 📜 Журнал
button-admin-waiting = 🚧 Ждут доступа
admin-since = с { $at } UTC
dashboard-waiting = Ждут доступа: { $count }
dashboard-tasks = Открытые задачи: { $tasks }
dashboard-withdrawals = Выводы на решении: { $withdrawals }
dashboard-trouble = Последний сбой: { $component }, { $at } UTC
dashboard-no-trouble = Сбоев не было
dashboard-issues = На что посмотреть:
issue-payments-off = Оплата выключена: никто не может купить
issue-every-provider-silent = Платёжные сервисы молчат: купить можно только с баланса
issue-every-node-down = Ни один узел не отвечает: новых ключей никто не получит
issue-provisioning-off = Выдача доступа выключена: кто платит, ждёт ключа
issue-no-nodes = Узлов нет: продавать нечего
issue-books-wrong = Проверка книг нашла ошибку: посмотрите задачи
issue-some-providers-silent = Часть платёжных сервисов молчит: не каждый сможет заплатить
issue-some-nodes-down = Часть узлов не отвечает: клиенты остались без запасного сервера
issue-access-waits = Есть оплаченный доступ, который ещё не работает
issue-money-without-owner = Есть деньги без хозяина: посмотрите задачи
issue-passes-off = Фоновая работа выключена: напоминания и продления стоят
issue-renewal-off = Автопродление выключено: подписки закончатся сами
admin-processes = Процессы:
admin-process = • { $process }: { $days } д { $hours } ч { $minutes } мин
statistics-title = 📈 <b>Статистика</b>
statistics-customers =
    👥 Клиенты: <b>{ $all }</b>
    Новые сегодня: { $today }
    За 7 дней: { $week }
    За 30 дней: { $month }
statistics-subscriptions =
    🔑 Подписки сейчас: <b>{ $live }</b>
    Из них пробные: { $trials }
    Закончились: { $ended }
statistics-payments =
    💳 Платежи: <b>{ $payments }</b>
    Оплаченные счета: { $paid }
    Не оплачены или отменены: { $unpaid }
analytics-title = 💰 <b>Аналитика</b>
analytics-totals =
    Выручка: <b>{ $revenue }</b>
    Платящие клиенты: { $payers }
    ARPU: { $arpu }
    LTV в среднем: { $ltv }
analytics-months = <b>{ $before } → { $now }</b>
analytics-line = { $what }: { $before } → { $now } ({ $change })
analytics-month-revenue = Выручка
analytics-month-payments = Платежи
analytics-month-customers = Новые клиенты
analytics-month-subscriptions = Новые подписки
analytics-note = Выручка — деньги, пришедшие извне, минус возвраты. Покупки с баланса второй раз не считаются. ARPU — выручка на платящего клиента, LTV — то же без вознаграждений за друзей.
metrics-title = ⏱ <b>Показатели</b>
metrics-text =
    От оплаты до доступа: { $wait } — за 30 дней
    Оплаченные счета: { $paid } — за 30 дней
    Срок подписок на клиента: { $lifetime } дн.
    Продлений на клиента: { $renewals }
metrics-seconds = { $count } с
metrics-minutes = { $count } мин
audit-title-all = 📜 <b>Журнал</b>, новое сверху, время UTC
audit-title-team = 📜 <b>Журнал команды</b>, новое сверху, время UTC
audit-none = 📜 Записей нет.
audit-line = <b>{ $at }</b> { $action } · { $actor }
audit-target = → { $target }
audit-details = <i>{ $details }</i>
button-audit-all = 👥 Показать всех
button-audit-team = 🛠 Только команда
waiting-title = 🚧 <b>Оплачено, но ещё не работает: { $count }</b> — стр. { $page } из { $pages }
waiting-none = ✅ Все, кто заплатил, подключены.
waiting-line = <code>{ $customer }</code> { $name }: с { $since } UTC, попыток { $attempts }
button-waiting-retry = 🔁 { $customer }
button-waiting-retry-all = 🔁 Повторить для всех
waiting-retried = Пробуем ещё раз
waiting-over = Уже не ждёт
waiting-off = Выдача доступа выключена
button-admin-nodes = 🖥 Узлы
nodes-title = 🖥 <b>Узлы</b> — стр. { $page } из { $pages }
nodes-none = 🖥 Узлов пока нет: их добавляет команда atlas node add.
node-active = работает
node-draining = без новых клиентов
node-disabled = выключен
node-removed = удалён
node-health-healthy = на связи
node-health-down = не отвечает
node-health-dead = потерян, клиенты переведены
node-health-unchecked = ещё не проверен
node-card =
    🖥 <b>{ $name }</b> · { $location }

    Режим: { $state }
    Связь: { $health }
    Проверен: { $checked }
    Совпадал с нашим списком: { $inStep }
    Клиенты: { $customers } из { $capacity }
    Ядро: { $core }
node-down-since = Не отвечает с { $at } UTC
node-problem = ⚠️ Новая настройка не принята: { $problem }
button-node-active = 🟢 Включить
button-node-draining = 🚰 Без новых клиентов
button-node-disabled = ⛔️ Выключить
button-node-check = 🔍 Проверить сейчас
button-nodes-check = 🔍 Проверить все
node-ask-active = Снова пускать клиентов на узел <b>{ $name }</b>?
node-ask-draining = Не давать узлу <b>{ $name }</b> новых клиентов? Те, кто на нём ({ $customers }), получат ещё один сервер, а этот продолжит работать.
node-ask-disabled = Выключить узел <b>{ $name }</b>? Он сразу забудет всех, кто на нём: { $customers }.
node-stranded = ⚠️ Без сервера останутся: { $stranded }
node-unknown = Такого узла нет
node-check-asked = Проверка началась: нажмите «Обновить» через несколько секунд
fleet-check-asked = Проверяем узлы: { $nodes }. Итог придёт сообщением
fleet-checked = 🔍 Проверены все узлы: { $nodes }. Совпадают с нашим списком: { $inStep }, клиентов на них: { $customers }.
fleet-others = Не совпали или не ответили: { $names }
button-task = 📋 Открыть задачу
button-task-number = 📋 Задача { $number }
button-task-assign = 👤 Отдать клиенту
button-task-resolve = ✅ Закрыть задачу
task-since = Открыта { $at } UTC
task-is-done = ✅ Эта задача решена
task-money = Сумма: <b>{ $amount }</b>
    Telegram ID плательщика: { $payer }
task-ask-text = Напишите, что сделано: это попадёт в журнал.
task-ask-customer = Чьи это деньги? Отправьте ID или @username клиента, ID платежа или счёта.
task-ask-reason = Почему этому клиенту? Напишите коротко: это попадёт в журнал.
task-bad-text = Нужен текст не длиннее { $most } символов.
task-close-ask =
    Закрыть задачу с такими словами?

    <i>{ $text }</i>
task-give-ask =
    Отдать <b>{ $amount }</b> клиенту <code>{ $customer }</code> { $name }?

    Баланс: { $before } → { $after }
    Причина: <i>{ $reason }</i>

    Клиент получит сообщение.
task-unknown = Такой задачи нет
task-lost = Это устарело — начните, пожалуйста, заново
task-money-waits = Это деньги: отдайте их клиенту или верните
task-refunded = Эти деньги уже возвращены или возвращаются
task-no-amount = У платежа нет суммы в рублях: его можно только вернуть
task-amount-changed = Сумма уже другая — начните, пожалуйста, заново
button-reconciliation = 🧾 Сверка
button-reconcile = 🧾 Сверить сейчас
reconciliation-title = 🧾 <b>Сверка с платёжными сервисами</b>
reconciliation-none = Платёжные сервисы не подключены.
reconciliation-never = <b>{ $provider }</b>: ещё не сверяли
reconciliation-line =
    <b>{ $provider }</b>: { $at } UTC
    Записей: { $listed }, дозачислено: { $settled }, расхождений: { $findings }
reconciliation-asked = Сверка началась: нажмите «Обновить» через минуту
button-settings = ⚙️ Настройки
settings-title =
    ⚙️ <b>Настройки</b>

    Язык: { $language }
button-vip = 👑 VIP
vip-text =
    👑 <b>VIP</b>

    • скидка { $percent } % на любой тариф и срок
    • личный менеджер и помощь без очереди
    • настройка на всех ваших устройствах

    { $month } в месяц или { $halfYear } за полгода. Подключает менеджер — напишите ему.
vip-active = ✅ У вас VIP: скидка уже в ценах.
button-manager = 💬 Написать менеджеру
button-corporate = 🏢 Для компании
corporate-text =
    🏢 <b>Для компании</b>

    Доступ для сотрудников, один счёт и закрывающие документы. Отправьте заявку — менеджер напишет вам в Telegram.

    Мы передадим ему ваш ID, имя пользователя и то, есть ли у вас подписка. Нажимая кнопку, вы с этим соглашаетесь.
button-corporate-send = ✅ Отправить заявку
corporate-sent = ✅ <b>Заявка принята</b> — менеджер скоро напишет вам.
task-corporate-request = Заявка на доступ для компании
# Выгрузки
export-customers = Клиенты
export-subscriptions = Активные подписки
export-charges = Платежи
export-transfers = Журнал проводок
export-audit = Журнал действий
export-caption = 📄 <b>{ $table }</b>: { $rows ->
        [one] { $rows } строка
        [few] { $rows } строки
       *[many] { $rows } строк
    }
export-part = Часть { $part }
button-admin-export = 📤 Выгрузка
export-title =
    📤 <b>Выгрузка</b>

    Выберите таблицу: файл придёт сюда, в чат.
export-asked = Готовим файл: он придёт в этот чат
export-failed = ⚠️ Выгрузка «{ $table }» не удалась. Причина — в журнале сервера; попробуйте ещё раз позже.
# Инцидент
incident-banner = ⚠️ { $text }
incident-default = Сейчас возможны перебои. Мы уже чиним — подписка и деньги в сохранности.
button-admin-incident = 🚨 Инцидент
admin-incident-title = 🚨 <b>Инцидент</b>
admin-incident-on = 🔴 Показываем всем — над главным меню и в статусе сервиса:
admin-incident-off = ⚪️ Выключен. Если включить, все увидят:
admin-incident-by = Последнее изменение: <code>{ $actor }</code>, { $at }
button-incident-on = 🔴 Включить
button-incident-off = ⚪️ Выключить
button-incident-text = ✍️ Изменить текст
admin-incident-ask =
    Что написать клиентам? До 1000 знаков.
    Передумали — /cancel.
admin-incident-bad = Нужен текст от 1 до 1000 знаков.
admin-incident-draft = Так это увидят все:
button-incident-save = ✅ Сохранить и включить
admin-draft-gone = Эта форма уже закрыта — вот как всё сейчас
admin-gone = Этого здесь больше нет
admin-choose = Выберите кнопкой ниже.

# Промокоды
button-admin-promos = 🎟 Промокоды
admin-promos-title = 🎟 <b>Промокоды</b>
admin-promos-none = Пока ни одного. Создадим первый?
admin-promo-line = <code>{ $code }</code> · −{ $percent }% · { $used } из { $max } · { $until }
promo-no-end = бессрочно
promo-state-active = действует
promo-state-deactivated = выключен
promo-state-expired = срок вышел
promo-state-spent = разобран полностью
admin-promo-card =
    <code>{ $code }</code> — { $state }

    Скидка: <b>{ $percent }%</b>
    Использован: { $used } из { $max }
    Держат за собой: { $held }
    Сверх лимита: { $over }
    Действует до: { $until }
    Создан: { $created }
button-promo-new = ➕ Создать промокод
button-promo-end = ⏹ Выключить
admin-promo-end-ask = Выключить <code>{ $code }</code>? Новых покупок по нему не будет, включить обратно нельзя. Кто уже получил цену со скидкой, оплатит по ней.
admin-promo-ask-code = Как назовём промокод? 3–32 латинские буквы и цифры.
admin-promo-ask-percent = Какая скидка в процентах? От 0 до 100.
admin-promo-ask-unit = Сколько он будет действовать?
admin-promo-ask-hours = Сколько часов?
admin-promo-ask-days = Сколько дней?
admin-promo-ask-months = Сколько месяцев? В месяце 30 дней.
admin-promo-ask-uses = Сколько человек смогут его применить?
button-promo-random = 🎲 Случайный
button-promo-hours = Часы
button-promo-days = Дни
button-promo-months = Месяцы
button-promo-unlimited = Бессрочно
button-promo-any-uses = ♾ Без ограничений
admin-promo-bad-code = Подойдут только латинские буквы и цифры, от 3 до 32.
admin-promo-code-taken = Такой промокод уже действует.
admin-promo-bad-percent = Нужно целое число от 0 до 100.
admin-promo-bad-time = Нужно целое число от 1, всего не больше десяти лет.
admin-promo-bad-uses = Нужно целое число от 1 до миллиона.
admin-promo-summary =
    🎟 <code>{ $code }</code>

    Скидка: <b>{ $percent }%</b>
    Применений: { $max }
    Действует до: { $until }

    Всё верно?
button-promo-create = ✅ Создать

# Рассылки в панели
button-broadcasts = 📣 Рассылки
admin-broadcasts-title = 📣 <b>Рассылки</b>
admin-broadcasts-none = Пока ни одной.
admin-broadcasts-signs = 📝 черновик · ▶️ идёт · ⏸ на паузе · ✅ готова · 🚫 отменена
button-broadcast-new = ➕ Новая рассылка
button-broadcast-unsubscribed = 🎯 Тем, кто без подписки
button-broadcast-tests = 📊 A/B-тесты
button-broadcast-test = 📊 Сравнить тексты
button-broadcast-start = 🚀 Отправить
button-broadcast-preview = 👀 Показать ещё раз
button-broadcast-open = 📣 К рассылке
operator-broadcast-previewed = 👀 «{ $title }»: так её увидят клиенты — сообщение выше.
operator-broadcast-previewed-ab = 👀 «{ $title }»: выше два текста, сначала A, потом B.
button-broadcast-pause = ⏸ Пауза
button-broadcast-resume = ▶️ Продолжить
button-broadcast-cancel = 🚫 Отменить рассылку
button-broadcast-one = Обычная
button-broadcast-ab = A/B: два текста пополам
broadcast-state-draft = черновик
broadcast-state-running = идёт
broadcast-state-paused = на паузе
broadcast-state-done = завершена
broadcast-state-cancelled = отменена
broadcast-kind-info = ℹ️ Новость
broadcast-kind-maintenance = 🛠 Работы
broadcast-kind-security = 🔒 Безопасность
broadcast-kind-promo = 🎁 Акция
broadcast-segment-all = 👥 Всем
broadcast-segment-active = 🟢 С подпиской
broadcast-segment-no-subscription = 🎯 Без подписки
admin-broadcast-card =
    <b>{ $title }</b> — { $state }

    Тип: { $kind }
    Кому: { $segment }
    Создана: { $created }
admin-broadcast-reach =
    { $count ->
        [one] Сейчас её получит { $count } клиент.
        [few] Сейчас её получат { $count } клиента.
       *[many] Сейчас её получат { $count } клиентов.
    }
admin-broadcast-preview-comes = Превью уже летит в этот чат.
admin-broadcast-previewed = Превью показано — можно отправлять.
admin-broadcast-progress =
    Получателей: { $recipients }
    Отправлено: { $sent }
    Ждут: { $waiting }
    Не доставлено: { $failed }
    Неизвестно: { $unknown }
    Пропущено: { $skipped }
admin-broadcast-listing = Список получателей ещё составляется.
admin-broadcast-left = Осталось около { $minutes } мин.
admin-broadcast-start-ask =
    { $count ->
        [one] Отправить «{ $title }» { $count } клиенту?
        [few] Отправить «{ $title }» { $count } клиентам?
       *[many] Отправить «{ $title }» { $count } клиентам?
    }
admin-broadcast-cancel-ask = Отменить «{ $title }»? Что уже отправлено, останется у клиентов; продолжить её не получится.
admin-broadcast-not-now = Сейчас так нельзя — вот как всё обстоит
admin-broadcast-not-previewed = Сначала превью: оно придёт через пару секунд. Если его нет — «Показать ещё раз».
admin-broadcast-not-taken = Telegram не принимает этот текст — причина ниже
admin-broadcast-tests-title = 📊 <b>A/B-тесты</b>
admin-broadcast-tests-none = Пока ни одного: выберите «A/B» в новой рассылке.
admin-broadcast-test-line =
    <b>{ $title }</b> · { $at }
    A — { $a } ({ $partA } %), B — { $b } ({ $partB } %)
admin-broadcast-test-title = 📊 <b>{ $title }</b>
admin-broadcast-variant =
    <b>Текст { $variant }</b> — отправлено { $sent } ({ $part } %)
    Получателей: { $recipients }, не доставлено: { $failed }, неизвестно: { $unknown }
admin-broadcast-test-total = Всего отправлено { $sent } из { $recipients }.
admin-broadcast-ask-title = Заголовок рассылки? Одна строка до 100 знаков, её увидят клиенты.
admin-broadcast-ask-ab = Один текст для всех или сравним два?
admin-broadcast-ask-text = Пришлите текст, до 3900 знаков. Жирный шрифт, ссылки и прочее оформление сохранятся.
admin-broadcast-ask-text-a = Пришлите текст A, до 3900 знаков. Оформление сохранится.
admin-broadcast-ask-text-b = Теперь текст B.
admin-broadcast-ask-kind = Что это за сообщение? От этого зависит значок у заголовка.
admin-broadcast-ask-segment = Кому отправим? После этого покажем превью — ещё ничего не уйдёт.
admin-broadcast-bad-title = Нужна одна строка до 100 знаков.
admin-broadcast-bad-text = Нужен текст до 3900 знаков.
admin-broadcast-bad-text-b = Нужен текст до 3900 знаков, и не такой же, как A.

# Рефералы в панели
button-admin-referrals = 🤝 Рефералы
admin-referrals-totals =
    🤝 <b>Реферальная программа</b>

    Пригласивших: { $referrers }
    Приглашено: { $invited }, из них платят: { $paying }
    Выручка от приглашённых: { $revenue }
    Кэшбэк: { $cashback }
    В среднем на пригласившего: { $average }
admin-referrals-top = <b>Больше всего выручки</b>
admin-referrals-none = Пока никто никого не пригласил.
admin-referrals-by-revenue = 🤝 <b>По выручке</b>
admin-referrals-by-invited = 🤝 <b>По числу приглашённых</b>
admin-referrals-by-cashback = 🤝 <b>По кэшбэку</b>
admin-referrer-line = { $place }. { $name } — { $invited } (платят { $paying }) · { $revenue } · кэшбэк { $cashback }
button-referral-by-revenue = 💰 По выручке
button-referral-by-invited = 👥 По приглашённым
button-referral-by-cashback = 🎁 По кэшбэку
button-referral-history = 🧾 Начисления
button-referral-search = 🔎 Найти
admin-rewards-title = 🧾 <b>Начисления</b>
admin-rewards-none = Начислений пока нет.
admin-reward-line = { $at } · <code>{ $referrer }</code> +{ $amount } ({ $percent } %) за { $base } от <code>{ $buyer }</code>
admin-referrer-reward = { $at } · +{ $amount } ({ $percent } %) за { $base } от <code>{ $buyer }</code>
admin-referrer-ask = Отправьте ID или @username того, кого ищете.
admin-referrer-nobody = Этот клиент пока никого не пригласил.
admin-referrer-card =
    🤝 <b>{ $name }</b> · <code>{ $id }</code>

    Уровень: { $level }, { $percent } %
    Приглашено: { $invited }, из них платят: { $paying }
    Выручка: { $revenue }
    Кэшбэк: { $cashback }

# Образцы сообщений
button-admin-samples = 🧪 Образцы сообщений
admin-samples-title =
    🧪 <b>Образцы сообщений</b>

    Нажмите — и бот пришлёт вам сообщение таким, каким его видят клиенты. Никто больше его не получит.
admin-sample-sent = Образец отправлен вам
sample-mark = 🧪 <b>Образец.</b> Суммы, даты и ключ выдуманы.
sample-trial-started = Начало пробного
sample-payment-new = Первая покупка
sample-access-ready = Ключ готов
sample-payment-renewal = Продление
sample-renewed = Автопродление
sample-renewal-short = Не хватило денег
sample-ends-in-3-days = За 3 дня
sample-ends-in-24-hours = За сутки
sample-ends-in-6-hours = За 6 часов
sample-ends-in-3-hours = За 3 часа
sample-ended = Подписка закончилась
sample-trial-first-hours = Пробный: 6 часов
sample-trial-third-day = Пробный: 48 часов
sample-trial-last-hours = Пробный: скоро конец
sample-trial-ended = Пробный закончился
sample-wallet-credited = Пополнение
sample-wallet-adjusted = Правка баланса
sample-traffic-used-up = Трафик исчерпан
sample-referral-joined = Друг пришёл
sample-referral-trial = Друг пробует
sample-commission-paid = Кэшбэк
sample-withdrawal-approved = Вывод одобрен
sample-withdrawal-rejected = Вывод отклонён
sample-refunded = Возврат
# Клиенты
button-people = 👤 Клиенты
people-ask = 🔎 Отправьте ID, @username, номер счёта или платежа.
people-lost = Начатое потерялось — начните, пожалуйста, заново.
people-changed = За это время что-то изменилось: посмотрите карточку и решите ещё раз.
people-no-access = Действующей подписки нет
person-title =
    👤 <b>{ $name }</b>
    ID: <code>{ $id }</code>
person-since = С нами с { $date }, язык: { $language }
person-unreachable = 🔕 Бот заблокирован: сообщения не доходят
person-access-none = Подписки ещё не было
person-access-active = ✅ { $plan } до { $until } UTC
person-access-preparing = ⏳ { $plan } до { $until } UTC, ключ готовится
person-access-ended = ⌛️ Подписка { $plan } закончилась { $until } UTC
person-key =
    🔑 Ключ скрыт, { $count ->
        [0] не менялся
        [one] менялся { $count } раз
        [few] менялся { $count } раза
       *[many] менялся { $count } раз
    }
person-key-changing = 🔄 Ключ меняется: узлы ещё не подтвердили
person-renewals = 🔁 Продлений: { $count }
person-vip = 👑 VIP
person-discount = 🏷 Скидка { $percent } % без срока
person-discount-until = 🏷 Скидка { $percent } % до { $until } UTC
person-balance = 💰 Баланс: { $amount }
person-debt = ⚠️ Долг: { $amount }
button-other-person = 🔎 Другой клиент
button-gift = 🎁 Выдать доступ
button-revoke = ⛔️ Забрать доступ
button-rekey = 🔑 Заменить ключ
button-rekey-runs = 🔄 Ключ меняется…
gift-plan = 🎁 Какой тариф выдать?
gift-length = 🎁 { $plan }: на какой срок?
length-m =
    { $count ->
        [one] { $count } минута
        [few] { $count } минуты
       *[many] { $count } минут
    }
length-h =
    { $count ->
        [one] { $count } час
        [few] { $count } часа
       *[many] { $count } часов
    }
length-d =
    { $count ->
        [365] 1 год
        [one] { $count } день
        [few] { $count } дня
       *[many] { $count } дней
    }
button-gift-m = ✍️ Минуты
button-gift-h = ✍️ Часы
button-gift-d = ✍️ Дни
gift-type-m = Сколько минут? Отправьте число.
gift-type-h = Сколько часов? Отправьте число.
gift-type-d = Сколько дней? Отправьте число.
gift-bad-count = Нужно целое число больше нуля, и не дольше десяти лет.
gift-tell = 🎁 { $plan }, { $length }. Сообщить клиенту?
button-tell = 🔔 Сообщить
button-tell-not = 🔕 Не сообщать
gift-ask =
    🎁 <b>{ $plan }, { $length }</b>

    Сейчас до: { $before }
    Станет до: { $after } UTC
gift-no-end = подписки нет
gift-told = 🔔 Клиент получит сообщение.
gift-told-not = 🔕 Клиенту ничего не напишем.
revoke-tell = ⛔️ Забрать доступ. Сообщить клиенту?
revoke-ask =
    ⛔️ <b>Забрать { $plan }?</b>

    Сейчас до: { $before }
    Закончится: сразу
rekey-ask = 🔑 Заменить ключ, выданный { $issued } UTC? Старый перестанет работать, как только узлы узнают новый, а клиент получит сообщение.
rekey-runs = Ключ уже меняется: узлы ещё не подтвердили новый
notice-access-granted =
    🎁 <b>Мы подарили вам доступ</b>

    { $plan } действует до { $until } UTC.
notice-access-revoked =
    ⛔️ <b>Мы завершили вашу подписку</b>

    Если это неожиданно, напишите нам — разберёмся.
notice-key-reissued =
    🔑 <b>Мы заменили ваш ключ</b>

    Старый больше не работает. Если приложение подключено по ссылке, оно обновится само; если вы добавляли ключ вручную — вставьте новый:
person-history = 🧾 <b>История <code>{ $id }</code></b>, стр. { $page }
person-grant = { $what }, { $plan } до { $until }
person-act-access-revoked = ⛔️ доступ забрали
person-act-access-adopted = доступ перенесён из прежнего бота
person-act-credential-reissued = 🔑 ключ заменили
person-act-discount-granted = 🏷 дали скидку
person-act-discount-ended = 🏷 скидку убрали
person-line = { $what }: { $amount }
person-note = «{ $note }»
person-line-charge-received = 💰 оплата
person-line-purchase = 🛒 покупка
person-line-commission-paid = 🎁 вознаграждение
person-line-commission-clawed = 🎁 возврат вознаграждения
person-line-refund-clawed = ↩️ возврат денег
person-line-withdrawal-held = 💸 заявка на вывод
person-line-withdrawal-returned = 💸 вывод отклонён
person-line-adjustment = ✏️ правка баланса
person-line-receivable-collected = в счёт долга
people-done-before = Это уже сделано
button-discount = 🏷 Дать скидку
button-discount-end = 🏷 Убрать скидку
button-vip-give = 👑 Дать VIP
button-vip-take = 👑 Забрать VIP
button-type = ✍️ Ввести
button-wallet-in = ➕ Зачислить
button-wallet-out = ➖ Списать
discount-percent = 🏷 Какую скидку дать?
discount-type = Сколько процентов? Отправьте число от 1 до 99.
discount-bad-percent = Нужно целое число от 1 до 99.
discount-days = 🏷 Скидка { $percent } %: на какой срок?
discount-type-days = На сколько дней? Отправьте число; 0 — без срока.
discount-bad-days = Нужно целое число дней, не больше десяти лет; 0 — без срока.
discount-for-good = Без срока
discount-ask = 🏷 Дать скидку { $percent } %, срок: { $days }?
discount-exists = Скидка уже есть: сначала уберите её
discount-end-ask = 🏷 Убрать скидку { $percent } %?
wallet-amount-in = ➕ Сколько зачислить? На балансе { $balance }. Отправьте сумму в рублях.
wallet-amount-out = ➖ Сколько списать? На балансе { $balance }. Отправьте сумму в рублях.
wallet-bad-amount = Нужна сумма больше нуля и не больше миллиона, например 150 или 99,50.
wallet-holds-less = На балансе столько нет.
wallet-reason-in = За что зачисляем { $amount }? Клиент увидит эти слова.
wallet-reason-out = За что списываем { $amount }? Клиент увидит эти слова.
wallet-bad-reason = Без причины нельзя; не длиннее { $max } знаков.
wallet-ask-in = ➕ <b>Зачислить { $amount } клиенту { $id }?</b>
wallet-ask-out = ➖ <b>Списать { $amount } у клиента { $id }?</b>
wallet-ask-balance = Баланс: { $before } → { $after }
wallet-ask-debt = Сначала в счёт долга: { $amount }
wallet-ask-reason = Причина: { $reason }
button-keys = 🔑 Ключи
keys-title = 🔑 <b>Ключи</b>
keys-never = Всем сразу ключи ещё не меняли.
keys-running = 🔄 Меняем всем, начали { $started } UTC
keys-cancelled = ⏹ В последний раз меняли { $started } UTC и остановили
keys-done = ✅ В последний раз поменяли всем { $started } UTC
keys-listing = Список ещё составляется.
keys-counts =
    Всего: { $total }
    Готово: { $done }
    Пропущено: { $skipped }
    Не вышло: { $failed }
    Осталось: { $left }
keys-time-left =
    { $minutes ->
        [one] Ещё примерно { $minutes } минута
        [few] Ещё примерно { $minutes } минуты
       *[many] Ещё примерно { $minutes } минут
    }
keys-as-of = На { $at } UTC
button-rekey-one = 🔎 Одному клиенту
button-rekey-all = 🔁 Всем сразу
button-rekey-stop = ⏹ Остановить
button-rekey-all-yes = 🔁 Да, заменить всем
button-continue = Дальше
keys-ask =
    🔁 <b>Заменить ключи всем?</b>

    { $count ->
        [one] Новый ключ получит { $count } клиент с действующей подпиской.
        [few] Новый ключ получат { $count } клиента с действующей подпиской.
       *[many] Новый ключ получат { $count } клиентов с действующей подпиской.
    }
    Каждый получит сообщение. Старый ключ перестанет работать, как только узлы узнают новый.
keys-ask-again = Кто добавлял ключ вручную, останется без VPN, пока не вставит новый. Точно заменить всем?
keys-old-question = Вопрос устарел: посмотрите, сколько клиентов, ещё раз
keys-runs = Ключи уже меняются
keys-stop-ask = Остановить? Кому уже заменили, тем останется новый ключ.
keys-report-done = ✅ <b>Ключи заменены всем</b>
keys-report-cancelled = ⏹ <b>Замена ключей остановлена</b>
keys-failed = Не вышло у: { $ids }
