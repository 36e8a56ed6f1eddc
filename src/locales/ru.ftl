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
method-title =
    Тариф <b>{ $plan }</b>, { $period }

    К оплате: <b>{ $price }</b>
    На балансе: { $balance }

    Как вам удобнее оплатить?
button-pay-wallet = 👛 С баланса ({ $balance })
button-pay-crypto = 💎 Криптовалютой
quote-refreshed = Цена обновлена — проверьте и подтвердите
wallet-short =
    На балансе не хватает <b>{ $shortage }</b>.

    Цена: { $price }
    Баланс: { $balance }
purchase-done =
    ✅ <b>Оплачено</b>

    Доступ до <b>{ $until }</b>
    Остаток на балансе: { $balance }
purchase-key-follows = 🔑 Ключ придёт следующим сообщением.

invoice-title =
    <b>Счёт на { $price }</b>
    { $what }

    Нажмите «Оплатить», выберите монету и подтвердите перевод. Как только он пройдёт, мы сразу напишем — ничего больше нажимать не нужно.

    Счёт действует ещё { $minutes ->
        [one] { $minutes } минуту
        [few] { $minutes } минуты
       *[many] { $minutes } минут
    }.
invoice-what-purchase = Тариф { $plan }, { $period }
invoice-what-top-up = Пополнение баланса
invoice-description-purchase = Atlas Secure: { $plan }, { $period }
invoice-description-top-up = Atlas Secure: пополнение баланса
button-pay-now = 💎 Оплатить { $price }
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
profile-preparing = ⏳ Оплачено до <b>{ $until }</b>. Готовим ваш ключ — это занимает несколько секунд.
profile-active = ✅ Подписка активна до <b>{ $until }</b>
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
notice-wallet-credited =
    💰 <b>Баланс пополнен на { $price }</b>

    Теперь на балансе { $balance }
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
unknown-text = Я понимаю кнопки и команды. Главное меню — по кнопке ниже.

command-start = Главное меню
command-profile = Профиль и ключ
command-buy = Купить или продлить
command-instruction = Как подключиться
command-help = Поддержка
command-info = О сервисе
command-language = Язык
