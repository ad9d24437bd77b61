"""Drugs by their names, generic and usual Canadian brands, as patterns over folded lower-case text. Add to them freely.

One pattern a name, separated by white space; `_` stands for a space inside one. Each begins with three plain letters (or
with a whole shorter word), by which the recognizer finds where to try it.
"""

from __future__ import annotations

from typing import Final

#: What a person takes.
DRUGS: Final = """
    abilify abraxane acamprosate acarbose accupril accutane acetaminophene? aciclovir acide_valproique acitretine?
    aclasta actemra activelle actonel actos acyclovir adalat adalimumab adderall adempas admelog adriamycine? adtralza
    advagraf advair advil aerius afinitor aggrenox aimovig airomir ajovy aldactone aldurazyme alecensa alendronate
    alertec alesse aleve alkeran allerject allopurinol alphagan alprazolam altace alunbrig alvesco alyftrek amantadine
    amaryl amerge amgevita amiodarone amitriptyline amlodipine amoxicilline? ampicilline? anafranil anastrozole
    androgel angiox anoro antabuse antibiotics? antibiotiques? anticoagulants? antidepressants? antidepresseurs?
    antihistaminiques? anti-?inflammatoires? anti-?inflammator(?:y|ies) antipsychotiques? anxiolytiques? apidra
    apixaban apretude aranesp arava aricept arimidex aripiprazole arixtra arnuity aromasin artane arthrotec asacol
    aspirine? atacand atarax atenolol ativan atorvastatine? atripla atrovent aubagio avamys avandia avapro avastin
    avelox avodart avonex axert azarga azathioprine azilect azithromycine? azopt azulfidine baclofene? bactrim
    baraclude baricitinib basaglar belbuca benadryl benlysta bentylol benzaclin benzodiazepines? benztropine beovu
    besponsa beta-?blockers? beta-?bloquants? betahistine betaloc betaseron bevacizumab biaxin biktarvy bimzelx
    biphentin birth_control bisoprolol blood_thinners? bosentan bosulif botox braftovi breo brexpiprazole bricanyl
    brilinta brintellix briviact bromazepam budesonide buprenorphine bupropion burinex buscopan buspar buspirone
    butrans bydureon byetta cabenuva cabometyx caduet cafergot calcitonine? calquence campral canagliflozine?
    candesartan canesten capecitabine captopril carbamazepine carbolith carboplatine? cardizem cardura cariprazine
    caripul carvedilol casodex catapres caverject cayston ceftin cefuroxime cefzil celebrex celexa cellcept
    cephalexine? cerezyme certolizumab cesamet cetirizine champix chemo chemotherapy chimio chimiotherapie cialis
    ciclosporine cimzia cinqair cipralex cipro ciprofloxacine? cisplatine? citalopram clarithromycine? claritin
    clavulin climara clindamycine? clindoxyl clomid clomipramine clonazepam clonidine clopidogrel clopixol clozapine
    codeine cogentin colchicine combigan combivent combivir complera comtan concerta constella contraceptifs? contrave
    copaxone cordarone coreg corgard corlanor cortef corticosteroides? cortiment cortisone cosentyx cosopt cotazym
    coumadin coversyl cozaar creon crestor crysvita cyclobenzaprine cyclophosphamide cyclosporine cymbalta cyramza
    cystagon cytomel cytotec cytoxan dabigatran dalacin daliresp dalmane dapagliflozine? darzalex dayvigo ddavp
    decadron delatestryl delstrigo demerol denosumab depakene depo-provera descovy desvenlafaxine desyrel detrol
    dexamethasone dexedrine dexilant dialyse dialysis diamicron diazepam dicetel diclofenac didrocal differin diflucan
    digoxine? dilantin dilaudid diltiazem diovan ditropan divalproex dolutegravir domperidone donepezil dovato dovobet
    doxepine? doxycycline duaklir duavive dulaglutide duloxetine duotrav dupixent duralith dutasteride dymista dysport
    ebglyss ebixa edarbi edoxaban edurant effexor effient elaprase elavil elelyso elidel eliquis elmiron eltroxin
    emerade emgality empagliflozine? empracet emtricitabine enablex enalapril enbrel enhertu enstilar entocort
    entresto entuzity entyvio envarsus epclusa epipen epival epivir eprex epuris erbitux erleada erythromycine?
    esbriet escitalopram eslon esomeprazole estrace estradiol estradot estrogel etanercept ethambutol etoposide
    eucrisa evenity evista evrysdi exelon exemestane exforge exjade eylea ezetimibe ezetrol fabrazyme famotidine
    fampyra fasenra faslodex febuxostat feldene felodipine femara fentanyl feraheme feramax ferriprox fetzima fiasp
    finasteride firmagon flagyl flecainide flexeril flomax flonase florinef flovent fluanxol fluconazole
    fluorouracile? fluoxetine fluticasone fluvastatine? focalin folfiri folfox foquest foradil formoterol forteo
    forxiga fosamax fosfomycine? fosinopril fosrenol fragmin frisium furosemide fycompa gabapentine? galafold
    galantamine gazyva genotropin genvoya geodon gilenya gilotrif gleevec gliclazide glimepiride gluconorm glucophage
    glyburide glyxambi golimumab gonal-f gravol guanfacine guselkumab hadlima halcion haldol haloperidol harvoni hctz
    hemlibra heparine? hepsera herceptin hormonotherapie hulio humalog humatrope humira humulin hydralazine hydrea
    hydrochlorothiazide hydrocortisone hydromorphone hydroxychloroquine hydroxyurea hydroxyuree hyrimoz hytrin hyzaar
    ibrance ibrutinib ibuprofene? iclusig idacio ilaris ilumya imatinib imbruvica imcivree imdur imfinzi imipramine
    imitrex immunotherapie immunotherapy imodium imovane imuran incruse indapamide inderal indocid indomethacin
    indomethacine? inflectra infliximab inlyta innohep inrebic inspiolto inspra insuline? intelence intuniv invega
    invokana irbesartan iressa isentress isoniazide? isoptin isordil ivabradine ivermectine? jadenu jakavi jalyn
    janumet januvia jardiance jaydess jentadueto jinarc juluca jurnista juxtapid kadcyla kadian kaletra kalydeco
    keflex keppra kerendia kesimpta ketamine ketoprofene? ketorolac kevzara keytruda kineret kisqali kivexa komboglyze
    krystexxa kuvan kyleena kyprolis lacosamide lactulose lamictal lamisil lamotrigine lanoxin lansoprazole lantus
    largactil lasix latuda lectopam leflunomide lemtrada lenalidomide lenvima leqvio lescol letrozole leukeran
    levaquin levemir levetiracetam levitra levodopa levofloxacine? levonorgestrel levothyroxine linagliptine?
    linezolid lioresal lipidil lipitor liraglutide lisinopril lithane lithium lixiana lomotil lonsurf lopressor
    loratadine lorazepam lorbrena losartan losec lotensin lovenox lozide lucentis lumigan lupron lurasidone luvox
    lynparza lyrica macrobid malarone manerix marinol marvelon mavenclad mavik maviret maxalt mayzent medrol
    mefloquine mekinist mektovi melatonine? meloxicam memantine meperidine mercaptopurine metformine? methadone
    methotrexate methylphenidate metoclopramide metoject metolazone metoprolol mevacor mezavant miacalcin micardis
    minipress minirin minocine minocycline mirabegron mirapex mirena mirtazapine misoprostol mobicox moclobemide
    modafinil modecate modulon monistat monoferric monopril montelukast monurol morphine motegran motrin mounjaro
    movantik moxifloxacine? ms_contin multaq mycophenolate myfembree myfortic myleran myozyme myrbetriq mysoline
    nabilone nadolol naglazyme naloxone naltrexone naprosyn naproxene? narcotiques? nardil nasonex neoral nerlynx
    neulasta neupogen neupro neurontin nexavar nexium nexplanon nexviazyme nicoderm nifedipine ninlaro nitisinone
    nitoman nitrofurantoine? nitroglycerine? nivolumab norditropin nortriptyline norvasc novolin novorapid nozinan
    nplate nubeqa nucala nucynta nurtec nuvaring nystatine? ocaliva ocrevus octreotide odefsey ofev olanzapine
    olmesartan olmetec olumiant omeprazole omnaris omnitrope omvoh onbrez onglyza onpattro opdivo opioides? opioids?
    opsumit opzelura orencia orfadin orilissa orkambi oseltamivir otezla oxaliplatine? oxazepam oxcarbazepine
    oxybutynine? oxycodone oxycontin oxyneo ozempic painkillers? palafer paliperidone palynziq pantoloc pantoprazole
    pariet parnate paroxetine paxil paxlovid pegasys pembrolizumab penicilline? pentasa pepcid percocet perindopril
    perjeta phenobarbital phenytoine? phesgo pifeltro pilule_contraceptive piqray piroxicam plaquenil plavix plegridy
    pomalyst ponvory pradaxa praluent pramipexole prandase pravachol pravastatine? prednisone pregabaline? premarin
    prep prevacid prezcobix prezista primidone prinivil pristiq progesterone prograf prolia prolopa promacta
    prometrium propafenone propranolol propylthiouracil proscar protopic provera provigil prozac pulmicort pulmozyme
    puregon purinethol qtern questran quetiapine quinapril qulipta qvar rabeprazole radicava radiotherapie
    radiotherapy ralivia raloxifene ramipril ranitidine rapamune ravicti reactine rebif relenza relistor relpax
    remeron remicade reminyl remodulin remsima renagel renflexis renvela repaglinide repatha requip resotran restasis
    restoril retevmo revatio revia revlimid revolade rexulti rifampine? rilutek riluzole rinvoq risankizumab
    risedronate risperdal risperidone ritalin rituxan rituximab rivaroxaban rivotril rizatriptan robaxacet robaxin
    rocaltrol ropinirole rosuvastatine? rozlytrek rukobia rybelsus rydapt rythmol sabril saizen salbutamol salmeterol
    salofalk samsca sandostatin saphnelo saphris sativex savella saxagliptine? saxenda seasonale sectral secukinumab
    seebri semaglutide semglee sensipar septra serax serc serevent seroquel sertraline sibelium sildenafil silenor
    siliq simlandi simponi simvastatine? sinemet sinequan singulair sintrom sitagliptine? skyrizi sleeping_pills?
    sofosbuvir solifenacine? soliqua soliris solu-medrol somatuline somavert somniferes? soolantra soriatane sotacor
    sotyktu sovaldi spinraza spiriva spironolactone sporanox spravato sprycel stalevo statex statines? statins?
    steglatro stelara stelazine steroids? stivarga strattera strensiq stribild sublinox sublocade suboxone sucralfate
    sulcrate sulfasalazine sumatriptan sunosi supeudol suprax surmontil sustiva sutent suvexx symbicort symdeko
    symtuza synjardy synthroid taclonex tacrolimus tadalafil tafinlar tagrisso taltz tambocor tamiflu tamoxifene?
    tamsulosine? tapazole tapentadol tarceva targin tasigna tavneos taxol taxotere tecentriq tecfidera tecta tegretol
    telmisartan temazepam temodal tenofovir tenormin terbinafine testim testosterone tetrabenazine tetracycline
    teveten tezspire thalidomide theophylline tiazac ticagrelor ticlid timoptic tiotropium tirzepatide tivicay
    tizanidine toctino tofacitinib tofranil tolterodine topamax topiramate toradol toujeo toviaz tracleer trajenta
    tramacet tramadol trandolapril trastuzumab travatan trazodone trelegy tremfya tresiba tri-cyclen trikafta
    trileptal trimethoprime? trintellix triumeq trizivir trodelvy trosec trulicity trusopt truvada tudorza tukysa
    twynsta tykerb tylenol tysabri ubrelvy uloric ultibro ultomiris ultram uniphyl upadacitinib uptravi ursodiol
    ustekinumab vabysmo vagifem valacyclovir valium valproate valproic_acid valsartan valtrex vancocin vardenafil
    vascepa vasotec vectibix velcade velphoro velsipity vemlidy venclexta venlafaxine venofer ventolin verapamil
    vermox verquvo verzenio vesicare vfend viagra vibramycin victoza vidaza viibryd vimizim vimpat vincristine viread
    visanne visken volibris voltaren vosevi votrient vpriv vraylar vumerity vyepti vyndaqel vyvanse vyxeos vyzulta
    wakix warfarine? wegovy wellbutrin xalacom xalatan xalkori xanax xarelto xatral xeljanz xeloda xenical xeomin
    xiaflex xifaxan xigduo xiidra xofluza xolair xtandi xultophy xyrem yervoy yuflyma zanaflex zantac zaroxolyn zaxine
    zejula zelboraf zeldox zenhale zepatier zepbound zeposia zestril ziagen zithromax zocor zofran zoladex zolgensma
    zolmitriptan zoloft zolpidem zometa zomig zonegran zopiclone zyban zyprexa zytiga zytram zyvoxam
    """

#: How the international names of drugs end (WHO's stems).
STEMS: Final = (
    "sartan|prazole?|azepam|zolam|statine?|oxetine|cilline?|mycine?|floxacine?|cycline|gliptine?|gliflozine?"
    "|glutide|tiapine|peridone|olol|dipine|thiazide|semide|triptan|setron|ximab|zumab|lumab|mumab|sumab|kizumab"
    "|tinib|citinib|rafenib|ciclib|fibrate|dronate|lukast|profene?|codone|morphone|barbital|conazole|nidazole"
    "|trozole|cyclovir|buvir|tegravir|vudine|taxel|rubicine?|triptyline|ipramine|gabaline?|promazine|xaban|trexate"
    "|zolamide|tadine|rizine|zapine|tazapine|mazepine|pril|parine?|coxib|fenac|oxicam|terol|platine?|citabine"
    "|zomib|parib|limus|stigmine|thyroxine|formine?|glitazone|ercept|tacept|sidone|fentanil|fentanyl|methasone"
    "|nisolone|estradiol|grelor"
)
