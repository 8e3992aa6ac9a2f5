using InfoStory.Protection.Flags;

namespace InfoStory.Tests.Protection.Flags;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("Welsh", "Roeddwn i wedi ffonio'r cyngor dair gwaith ac nid oedd neb yn gwybod ble oedd y llythyr.")]
    [InlineData("Welsh", "Mae fy mam yn aros am ofal ers mis ac rydyn ni'n gorfod dweud popeth eto wrth bawb.")]
    [InlineData("Polish", "Dzwoniłam trzy razy i za każdym razem musiałam od nowa opowiadać, co się stało z moją mamą.")]
    [InlineData("Polish", "Nikt mi nie powiedział, że list nie został wysłany do szpitala, bo nie było na to zgody.")]
    [InlineData("Urdu", "میں نے تین بار فون کیا اور ہر بار مجھے شروع سے اپنی کہانی سنانی پڑی۔")]
    [InlineData("Urdu in Latin letters", "Main ne teen baar phone kiya aur har baar mujhe apni kahani phir se sunani pari, koi nahi sunta tha.")]
    [InlineData("Romanian", "Am sunat de trei ori și de fiecare dată a trebuit să spun totul de la început, pentru că nimeni nu știa.")]
    [InlineData("French", "J'ai appelé trois fois et chaque fois il a fallu que je raconte tout depuis le début.")]
    [InlineData("Spanish", "Llamé tres veces y cada vez tuve que contar todo desde el principio porque nadie sabía nada.")]
    [InlineData("Portuguese", "Liguei três vezes e de cada vez tive que contar tudo desde o início porque ninguém sabia nada.")]
    [InlineData("Italian", "Ho chiamato tre volte e ogni volta ho dovuto raccontare tutto dall'inizio perché nessuno sapeva niente.")]
    [InlineData("German", "Ich habe dreimal angerufen und musste jedes Mal von vorne erzählen, was mit meiner Mutter war.")]
    [InlineData("Lithuanian", "Skambinau tris kartus ir kiekvieną kartą turėjau pasakoti iš naujo, nes niekas apie tai nežinojo ir man nepadėjo.")]
    [InlineData("Somali", "Waxaan wacay saddex jeer oo mar kasta waa in aan ka bilaabaa sheekada, laakiin qofna ima maqlin.")]
    [InlineData("Bengali", "আমি তিনবার ফোন করেছি এবং প্রতিবার প্রথম থেকে সব বলতে হয়েছে।")]
    [InlineData("Punjabi", "ਮੈਂ ਤਿੰਨ ਵਾਰ ਫੋਨ ਕੀਤਾ ਅਤੇ ਹਰ ਵਾਰ ਮੈਨੂੰ ਸ਼ੁਰੂ ਤੋਂ ਦੱਸਣਾ ਪਿਆ।")]
    public void Another_language_is_named_with_its_first_words(string name, string text)
    {
        var seen = Language.Of($"{text}\nAnd then they hung up.");

        Assert.Equal(name, seen?.Name);
        Assert.StartsWith(seen!.Words.TrimEnd('…'), text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("I rang three times and each time I began again from the start.")]
    [InlineData("Rang council. No answer. Rang again. Still no answer.")]
    [InlineData("My mum, who speaks Welsh, asked for someone from Ynys Môn or Dyffryn Clwyd, and nobody came.")]
    [InlineData("Told 6 times. GP, hospital, social worker, council, pharmacy, ambulance.")]
    [InlineData("we waited for hrs in a&e n no one told us owt about me dads care")]
    [InlineData("Pani Kowalska asked for an interpreter in Polish at the GP in Leeds and was told to bring her son.")]
    [InlineData("Dziękuję!")]
    [InlineData("")]
    public void English_and_what_is_too_short_to_tell_is_left_alone(string text) => Assert.Null(Language.Of(text));
}
