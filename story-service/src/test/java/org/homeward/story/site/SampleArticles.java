package org.homeward.story.site;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.homeward.contracts.Sector;
import org.homeward.contracts.story.StoryKind;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.story.picture.Size;
import org.homeward.story.publication.PublicPage;
import org.homeward.story.site.StoryList.Card;
import org.homeward.story.text.Language;
import org.homeward.story.text.Section;
import org.jspecify.annotations.Nullable;

/** Pages as they could be; the people in them are invented. */
final class SampleArticles {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 18);

    private static final LocalDate CLOSES = LocalDate.of(2026, 12, 18);

    private static final UUID PAGE = UUID.fromString("0a4f3c21-7be5-4d7b-9a57-66f2f2f0f7d3");

    private SampleArticles() {}

    static Article tailor(Language language, Days days) {
        return switch (language) {
            case TG ->
                    tailor(
                            language,
                            days,
                            "Дӯзандае, ки ба хона баргашт",
                            "Дар ғурбат ӯ бор мекашонд ва бинокорӣ мекард, аксар вақт бе музд. Имрӯз"
                                    + " Ҷамшед дар маркази ноҳия коргоҳи худро дорад ва бародараш дар паҳлӯи"
                                    + " ӯ кор мекунад.",
                            new Section(
                                    null,
                                    List.of(
                                            "Соли 2015 Ҷамшедро аз Русия ихроҷ карданд ва вурудашро манъ"
                                                    + " намуданд. Дар хона ӯро модар, ҳамсар, ду фарзанд ва чор"
                                                    + " бародари хурдиаш интизор буданд. Даромад набуд.",
                                            "«Ман шарм медоштам, ки кӯмак пурсам», — мегӯяд ӯ. Ба ҷойи ӯ раиси"
                                                    + " маҳалла ба ташкилоти шарик муроҷиат кард.")),
                            new Section(
                                    "Мошинаи дарзӣ, на танҳо барои занон",
                                    List.of(
                                            "Дар деҳа бисёриҳо боварӣ доштанд, ки дӯзандагӣ кори занон аст."
                                                    + " Ҷамшед хандид ва нишаст паси мошина. Лоиҳа барои ӯ"
                                                    + " таҷҳизоти дӯзандагӣ харид ва иҷораи коргоҳро дар моҳҳои"
                                                    + " аввал пардохт.",
                                            "Ҳоло ӯ либоси мактабӣ ва куртаву эзори мардона медӯзад. Фармоишҳо"
                                                    + " аз ноҳияҳои ҳамсоя ҳам меоянд.")));
            case RU ->
                    tailor(
                            language,
                            days,
                            "Портной, который вернулся домой",
                            "На чужбине он грузил вагоны и строил дома, часто без оплаты. Сегодня у"
                                    + " Джамшеда своя мастерская в центре района, и рядом с ним работает брат.",
                            new Section(
                                    null,
                                    List.of(
                                            "В 2015 году Джамшеда депортировали из России и запретили въезд."
                                                    + " Дома его ждали мать, жена, двое детей и четверо младших"
                                                    + " братьев. Дохода не было.",
                                            "«Мне было стыдно просить о помощи», — говорит он. За него"
                                                    + " попросил председатель махалли.")),
                            new Section(
                                    "Швейная машина не только для женщин",
                                    List.of(
                                            "Многие в селе считали, что шитьё — женское дело. Джамшед"
                                                    + " улыбнулся и сел за машину. Проект купил ему"
                                                    + " оборудование и первые месяцы платил за аренду.")));
            case EN ->
                    tailor(
                            language,
                            days,
                            "The tailor who came home",
                            "Abroad he loaded freight and built houses, often unpaid. Today Jamshed has a"
                                    + " workshop of his own in the town centre, and his brother works beside"
                                    + " him.",
                            new Section(
                                    null,
                                    List.of(
                                            "In 2015 Jamshed was deported and banned from coming back. At home"
                                                    + " his mother, his wife, two children and four younger"
                                                    + " brothers were waiting. There was no income.",
                                            "“I was ashamed to ask for help,” he says. The head of the"
                                                    + " community asked for him.")),
                            new Section(
                                    "A sewing machine, and not only for women",
                                    List.of(
                                            "Many in the village believed that tailoring was women’s work."
                                                    + " Jamshed smiled and sat down at the machine. The project"
                                                    + " bought his equipment and paid the rent of the first"
                                                    + " months.",
                                            "Now he sews school uniforms and shirts, and orders come from the"
                                                    + " districts around.")));
        };
    }

    private static Article tailor(
            Language language, Days days, String title, String teaser, Section... sections) {
        return new Article(
                StoryKind.STORY,
                List.of(Language.values()),
                title,
                teaser,
                List.of(sections),
                List.of(image("A"), image("B")),
                DAY,
                days.inWords(DAY, language),
                "TJ-KT",
                Sector.CLOTHING,
                null,
                false,
                true);
    }

    static Article baker(Language language, Days days) {
        var tailor = tailor(language, days);
        return new Article(
                StoryKind.STORY,
                tailor.languages(),
                cards(language, days).get(1).title(),
                cards(language, days).get(1).teaser(),
                tailor.sections(),
                List.of(),
                DAY,
                tailor.date(),
                null,
                Sector.FOOD,
                null,
                true,
                true);
    }

    static List<Card> cards(Language language, Days days) {
        return switch (language) {
            case TG ->
                    List.of(
                            story(language, days, tailor(language, days)),
                            card(
                                    language,
                                    days,
                                    StoryKind.STORY,
                                    DAY.minusDays(9),
                                    "TJ-KT",
                                    "Нони гарм ва зиндагии нав",
                                    "Ӯ бо кӯдаки бемор танҳо монд. Имрӯз дар қаннодии худ ба чанд зан кор додааст ва ба намоишгоҳҳо меравад."),
                            card(
                                    language,
                                    days,
                                    StoryKind.NEWS,
                                    DAY.minusDays(20),
                                    null,
                                    "Шаш кишвар дар Душанбе оид ба муҳоҷират маслиҳат карданд",
                                    "Гурӯҳи коршиносони техникӣ ду рӯз роҷеъ ба ҳифзи муҳоҷирон дар минтақа гуфтугӯ кард."),
                            card(
                                    language,
                                    days,
                                    StoryKind.STORY,
                                    DAY.minusDays(33),
                                    "TJ-GB",
                                    "Меҳмонхонае дар соҳили Панҷ",
                                    "Ӯ ба муҳоҷират рафта наметавонист. Акнун сайёҳон ба хонаи ӯ меоянд."),
                            card(
                                    language,
                                    days,
                                    StoryKind.CALL,
                                    DAY.minusDays(40),
                                    null,
                                    "Ҷашнвораи филмҳо дар бораи муҳоҷират: филми худро фиристед",
                                    "Қабули филмҳо то 18 декабр идома дорад."));
            case RU ->
                    List.of(
                            story(language, days, tailor(language, days)),
                            card(
                                    language,
                                    days,
                                    StoryKind.STORY,
                                    DAY.minusDays(9),
                                    "TJ-KT",
                                    "Тёплый хлеб и новая жизнь",
                                    "Она осталась одна с больным ребёнком. Сегодня в её кондитерской работают несколько женщин."),
                            card(
                                    language,
                                    days,
                                    StoryKind.NEWS,
                                    DAY.minusDays(20),
                                    null,
                                    "Шесть стран обсудили миграцию в Душанбе",
                                    "Группа технических экспертов два дня говорила о защите мигрантов в регионе."),
                            card(
                                    language,
                                    days,
                                    StoryKind.CALL,
                                    DAY.minusDays(40),
                                    null,
                                    "Кинофестиваль о миграции: присылайте свой фильм",
                                    "Фильмы принимаются до 18 декабря."));
            case EN ->
                    List.of(
                            story(language, days, tailor(language, days)),
                            card(
                                    language,
                                    days,
                                    StoryKind.STORY,
                                    DAY.minusDays(9),
                                    "TJ-KT",
                                    "Warm bread and a new life",
                                    "She was left alone with a sick child. Today several women work in her bakery, and she speaks at meetings about how she began."),
                            card(
                                    language,
                                    days,
                                    StoryKind.NEWS,
                                    DAY.minusDays(20),
                                    null,
                                    "Six countries consult on migration in Dushanbe",
                                    "For two days the technical experts’ group discussed how migrants in the region can be protected."),
                            card(
                                    language,
                                    days,
                                    StoryKind.STORY,
                                    DAY.minusDays(33),
                                    "TJ-GB",
                                    "A guest house above the Panj",
                                    "He could not migrate. Now travellers come to his house."),
                            card(
                                    language,
                                    days,
                                    StoryKind.CALL,
                                    DAY.minusDays(40),
                                    null,
                                    "A film festival about migration: send yours",
                                    "Films are accepted until 18 December."));
        };
    }

    private static Image image(String alternative) {
        return Image.of(
                PAGE,
                new PublicPage.Image(
                        UUID.fromString("f1b7d0a4-6f0e-4b62-9a5d-3a1f0c6b5e77"),
                        List.of(new Size(480, 320), new Size(960, 640), new Size(1600, 1067))),
                alternative);
    }

    private static Card story(Language language, Days days, Article article) {
        return card(
                language,
                days,
                article.kind(),
                article.day(),
                article.region(),
                article.title(),
                article.teaser());
    }

    private static Card card(
            Language language,
            Days days,
            StoryKind kind,
            LocalDate day,
            @Nullable String region,
            String title,
            String teaser) {
        var path = Frames.in(language, "/stories/" + PAGE);
        var closing =
                kind == StoryKind.CALL
                        ? new Closing(CLOSES, days.inWords(CLOSES, language), day.isAfter(CLOSES))
                        : null;
        return new Card(
                PAGE,
                kind,
                path,
                title,
                teaser,
                day.atStartOfDay(ProgrammeClock.ZONE).toInstant(),
                day,
                days.inWords(day, language),
                region,
                closing,
                kind == StoryKind.STORY ? image(title) : null);
    }
}
